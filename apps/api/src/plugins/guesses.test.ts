import { expect, test } from 'vitest'
import { createGuesses, maxGuesses } from './guesses.ts'

/** Time in milliseconds that a test moves, as in a process that has just started. */
function start() {
  const time = { now: 1000, guesses: 0 }
  const guesses = createGuesses(() => time.now)
  const guess = (count: number, address = 'a') => {
    for (let at = 0; at < count; at += 1) {
      time.guesses += 1
      guesses.failed(address, `Bearer guess-${time.guesses}`)
    }
  }
  const isAllowed = (caller: string | null, address = 'a'): boolean => {
    try {
      guesses.assertAllowed(address, caller)
      return true
    } catch {
      return false
    }
  }
  return { time, guesses, guess, isAllowed }
}

test('an address that guesses is locked for a minute, then for twice as long each time, up to an hour', () => {
  const { time, guess, isAllowed } = start()
  const locks: number[] = []
  for (let lock = 0; lock < 8; lock += 1) {
    guess(maxGuesses - 1)
    expect(isAllowed('api-key:ops')).toBe(true)
    guess(1)
    expect([isAllowed('api-key:ops'), isAllowed(null), isAllowed('api-key:ops', 'b')]).toEqual([false, false, true])
    const begun = time.now
    while (!isAllowed('api-key:ops')) time.now += 60_000
    locks.push((time.now - begun) / 60_000)
  }
  expect(locks).toEqual([1, 2, 4, 8, 16, 32, 60, 60])
  time.now += 2 * 3_600_000
  guess(maxGuesses)
  time.now += 60_000
  expect(isAllowed('api-key:ops')).toBe(true)
})

test('who was let in from there before is not locked out by the guesses of others', () => {
  const { guesses, guess, isAllowed } = start()
  guesses.succeeded('a', 'api-key:ops')
  guess(maxGuesses)
  expect([isAllowed('api-key:ops'), isAllowed('api-key:other')]).toEqual([true, false])
})

test('the same wrong key again and again, or slow mistakes, lock nobody', () => {
  const { time, guesses, guess, isAllowed } = start()
  for (let at = 0; at < 1000; at += 1) guesses.failed('a', 'Bearer the-old-key')
  expect(isAllowed(null)).toBe(true)
  for (let minute = 0; minute < 10; minute += 1) {
    time.now += 60_000
    guess(maxGuesses - 1)
  }
  expect(isAllowed(null)).toBe(true)
})
