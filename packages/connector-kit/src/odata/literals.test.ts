import { expect, test } from 'vitest'
import { dayLiteral, decimalLiteral, guidLiteral, instantLiteral, keyPredicate, textLiteral } from './literals.ts'

const guid = '0c5c9f5e-aa11-4c5e-9f5e-0c5c9f5eaa11'
test.each([
  [textLiteral("O'Neill"), "'O''Neill'"],
  [instantLiteral('v2', '2026-01-31T10:00:00.000Z'), "datetimeoffset'2026-01-31T10:00:00.000Z'"],
  [instantLiteral('v4', '2026-01-31T10:00:00.000Z'), '2026-01-31T10:00:00.000Z'],
  [dayLiteral('v2', '2026-01-31'), "datetime'2026-01-31T00:00:00'"],
  [dayLiteral('v4', '2026-01-31'), '2026-01-31'],
  [decimalLiteral('v2', '10.50'), '10.50M'],
  [decimalLiteral('v4', '10.50'), '10.50'],
  [guidLiteral('v2', guid), `guid'${guid}'`],
  [guidLiteral('v4', guid), guid],
  [keyPredicate(textLiteral('A/1 ä')), "('A%2F1%20%C3%A4')"],
  [keyPredicate({ dataAreaId: "'usmf'", Line: '10' }), "(dataAreaId='usmf',Line=10)"],
])('%s', (written, expected) => {
  expect(written).toBe(expected)
})
