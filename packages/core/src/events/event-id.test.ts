import fc from 'fast-check'
import { expect, test } from 'vitest'
import { eventIdOf, placeOfEvent } from './event-id.ts'

const sources = fc.oneof(fc.constant('installation'), fc.stringMatching(/^erp_[a-z0-9]{16}$/))

test('an id leads back to the log and the position', () => {
  fc.assert(
    fc.property(sources, fc.integer({ min: 0, max: 99_999_999_999_999 }), fc.integer({ min: 0, max: 1_000_000 }), (source, ms, count) => {
      expect(placeOfEvent(eventIdOf(source, `${ms}-${count}`))).toEqual({ source, position: `${ms}-${count}` })
    }),
  )
})

test('any other text is no id', () => {
  for (const text of ['', 'evt_', 'evt_1', 'hook_0123456789abcdef', 'evt_ABCDEFGHIJKLM']) expect(placeOfEvent(text)).toBeNull()
})
