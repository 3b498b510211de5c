import { expect, test } from 'vitest'
import { type ByteAccount, createByteBudget } from './byte-budget.ts'

const { signal } = new AbortController()

/** Whether it has been granted, once all that could be has been. */
async function isGranted(holding: Promise<void>): Promise<boolean> {
  let granted = false
  holding.then(
    () => {
      granted = true
    },
    () => {},
  )
  await new Promise((resolve) => setImmediate(resolve))
  return granted
}

function accounts(maxBytes: number): [ByteAccount, ByteAccount, ByteAccount] {
  const budget = createByteBudget(maxBytes)
  return [budget.open(), budget.open(), budget.open()]
}

test('who needs more than there is waits until enough is given back, first come first served', async () => {
  const [one, two, three] = accounts(100)
  await one.hold(60, signal)
  const second = two.hold(50, signal)
  const third = three.hold(30, signal)
  expect([await isGranted(second), await isGranted(third)]).toEqual([false, false])
  await one.hold(40, signal)
  expect([await isGranted(second), await isGranted(third)]).toEqual([true, false])
  one[Symbol.dispose]()
  expect(await isGranted(third)).toBe(true)
})

test('accounts that hold something and need more never wait for each other for ever', async () => {
  const [one, two, three] = accounts(100)
  await one.hold(50, signal)
  await two.hold(50, signal)
  const first = one.hold(90, signal)
  expect(await isGranted(first)).toBe(false)
  const second = two.hold(90, signal)
  expect([await isGranted(first), await isGranted(second)]).toEqual([true, false])
  const third = three.hold(10, signal)
  one.release()
  expect([await isGranted(second), await isGranted(third)]).toEqual([true, true])
})

test('one that stops waiting leaves its place to the next', async () => {
  const [one, two, three] = accounts(100)
  await one.hold(80, signal)
  const stopping = new AbortController()
  const second = two.hold(50, stopping.signal)
  const third = three.hold(20, signal)
  expect(await isGranted(third)).toBe(false)
  stopping.abort(new Error('cancelled'))
  await expect(second).rejects.toThrow('cancelled')
  expect(await isGranted(third)).toBe(true)
})
