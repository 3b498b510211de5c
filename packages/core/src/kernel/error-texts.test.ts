import { expect, test } from 'vitest'
import { type ErrorCode, errorCatalog } from './error-catalog.ts'
import { errorText } from './error-texts.ts'

const codes = Object.keys(errorCatalog) as ErrorCode[]

test('every error has other words in German', () => {
  const same = codes.filter((code) => {
    const [english, german] = [errorText(code, 'en'), errorText(code, 'de')]
    return english.title === german.title || english.hint === german.hint || english.causes === german.causes
  })
  expect(same).toEqual([])
})

/** The parts of a text that name something to type: environment variables, settings, routes. */
const namesIn = (text: string): readonly string[] => text.match(/[A-Z]{2,}_[A-Z_]+|settings\.[\w.]+\w|(?:GET|POST) \/[\w/{}-]+\w/g) ?? []

test('a hint in German names nothing to set or call that the English one does not name', () => {
  const wrong = codes.flatMap((code) => {
    const known = namesIn(errorText(code, 'en').hint)
    return namesIn(errorText(code, 'de').hint).flatMap((name) => (known.includes(name) ? [] : [`${code}: ${name}`]))
  })
  expect(wrong).toEqual([])
})

test.each(['en', 'de'] as const)('no hint in %s promises a retry that will not come', (language) => {
  expect(errorText('remote.unreachable', language).hint).not.toMatch(/Linkspan (tries|versucht)/)
})
