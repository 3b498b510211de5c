import { expect, test } from 'vitest'
import { draftOf, isComplete, toChange, toNew } from './draft.ts'

const draft = { ...draftOf(), target: ' ops@example.com ', timezone: 'Europe/Berlin' }

test('a new route without quiet hours and without a scope tells everything at any time', () => {
  expect(toNew(draft)).toMatchObject({ channel: 'email', target: 'ops@example.com', scope: {} })
  expect(toNew(draft)).not.toHaveProperty('quietHours')
})

test('a change takes away what was emptied, and leaves a URL that was not typed', () => {
  const change = toChange({ ...draft, channel: 'slack', target: '' })
  expect(change).toMatchObject({ quietHours: null, scope: { connectionIds: null } })
  expect(change).not.toHaveProperty('target')
})

test('half of the quiet hours, or no target, cannot be sent', () => {
  expect(isComplete(draft, false)).toBe(true)
  expect(isComplete({ ...draft, quietFrom: '22:00' }, false)).toBe(false)
  expect(isComplete({ ...draft, channel: 'slack', target: '' }, false)).toBe(false)
  expect(isComplete({ ...draft, channel: 'slack', target: '' }, true)).toBe(true)
  expect(isComplete({ ...draft, target: '' }, true)).toBe(false)
})
