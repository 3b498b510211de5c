import { expect, test } from 'vitest'
import { parsePrefer } from './prefer.ts'

test('without a header there are no preferences', () => {
  expect(parsePrefer(undefined)).toEqual({ respondAsync: false, wait: null })
})

test('reads both preferences, in any case, quoted, with parameters and from several headers', () => {
  expect(parsePrefer('Respond-Async, wait=10')).toEqual({ respondAsync: true, wait: 10 })
  expect(parsePrefer(['respond-async; foo=bar', 'wait="7"'])).toEqual({ respondAsync: true, wait: 7 })
})

test('takes the first of two values, and waits at most 120 seconds', () => {
  expect(parsePrefer('wait=3, wait=9').wait).toBe(3)
  expect(parsePrefer('wait=9999').wait).toBe(120)
})

test.each(['wait=-1', 'wait=soon', 'wait', 'wait=1.5', 'return=minimal', ',,='])('ignores %s', (header) => {
  expect(parsePrefer(header).wait).toBeNull()
})
