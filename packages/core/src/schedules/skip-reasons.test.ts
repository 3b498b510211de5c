import { expect, test } from 'vitest'
import { skipReasons, slotIn } from './skip-reasons.ts'

const { circuitOpen, switchedOff, changed, pausedUntil, connectionWas } = skipReasons
const slot = (reason?: string) => ({
  dueAt: '2026-01-01T00:00:00.000Z',
  state: 'skipped' as const,
  ...(reason !== undefined && { reason }),
})

test('each reason is told in German, and stays as it is in English', () => {
  for (const reason of [circuitOpen, switchedOff, changed, pausedUntil('2026-01-01T00:00:00.000Z'), connectionWas('inactive')]) {
    expect(slotIn('en', slot(reason))).toEqual(slot(reason))
    expect(slotIn('de', slot(reason)).reason).not.toBe(reason)
  }
  expect(slotIn('de', slot(connectionWas('inactive'))).reason).toBe('Die Verbindung war „inactive“')
})

test('a reason of an earlier version, and a slot without one, stay as they are', () => {
  expect(slotIn('de', slot('It rained'))).toEqual(slot('It rained'))
  expect(slotIn('de', slot())).toEqual(slot())
})
