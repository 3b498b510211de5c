import { expect, test } from 'vitest'
import { anyOf, is, since, toQ } from './q.ts'

test.each([
  ['expressions', [is('OrganizationCode', 'V1')], "OrganizationCode='V1'"],
  ['expressions', [is('ItemNumber', 'O\'Brien; "x"')], `ItemNumber='O''Brien; "x"'`],
  ['expressions', [is('A', 'x'), is('OpenFlag', true)], "A='x' and OpenFlag=true"],
  ['expressions', [since('LastUpdateDate', '2026-01-31T10:00:00.999Z')], "LastUpdateDate >= '2026-01-31T10:00:00+00:00'"],
  ['simple', [is('ItemNumber', 'X'), is('OrganizationCode', 'V1')], 'ItemNumber=X;OrganizationCode=V1'],
  ['simple', [is('BusinessUnitName', 'US1 Business Unit')], 'BusinessUnitName="US1 Business Unit"'],
  ['simple', [is('ItemNumber', 'a;"b"=\\')], String.raw`ItemNumber="a;\"b\"=\\"`],
  ['simple', [since('LastUpdateDate', '2026-01-31T10:00:00Z')], 'LastUpdateDate>=2026-01-31T10:00:00+00:00'],
] as const)('%s: %j', (grammar, conditions, expected) => {
  expect(toQ(conditions, grammar)).toBe(expected)
})

test('any of several values', () => {
  expect(anyOf('Order', ['1', "2'"])).toBe("Order='1' or Order='2'''")
})
