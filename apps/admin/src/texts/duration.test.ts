import { expect, test } from 'vitest'
import { de } from './de.ts'
import { en } from './en.ts'

test.each([
  [0.04, '0 s', '0 s'],
  [1.26, '1.3 s', '1,3 s'],
  [3.24, '3.2 s', '3,2 s'],
  [9.97, '10 s', '10 s'],
  [59.4, '59 s', '59 s'],
  [59.6, '1 min', '1 min'],
  [60, '1 min', '1 min'],
  [250, '4 min 10 s', '4 min 10 s'],
  [299.7, '5 min', '5 min'],
  [7500, '2 h 5 min', '2 h 5 min'],
  [7200, '2 h', '2 h'],
  [4_442_400, '1,234 h', '1.234 h'],
])('%f seconds are %s in English and %s in German', (seconds, english, german) => {
  expect([en.duration(seconds), de.duration(seconds)]).toEqual([english, german])
})

test('numbers in sentences are written as the language writes them', () => {
  expect([en.connections.passed(1234), de.connections.passed(1234)]).toEqual([
    'Connection successful! Response time: 1,234 ms',
    'Verbindung erfolgreich! Antwortzeit: 1.234 ms',
  ])
  expect([en.settings.skewed(-1.29), de.settings.skewed(-1.29)]).toEqual(['-1.3 s off', '-1,3 s falsch'])
  expect([en.schedules.every(1440), de.schedules.every(1440)]).toEqual(['Every 1,440 minutes', 'Alle 1.440 Minuten'])
  expect(de.clients.changes(1000, 1200)).toBe('1.000 von 1.200 Standorten bekäme ein anderes ERP oder keines.')
})
