import { expect, test } from 'vitest'
import { date, decimal, timestamp } from './edm.ts'
import { compileFilter } from './filter.ts'

const fields = {
  Product: "O'Brien",
  IsMarkedForDeletion: false,
  GrossWeight: decimal('10.500'),
  CreationDate: date('2024-05-01'),
  LastChangeDateTime: timestamp('2024-05-02T10:00:00.000Z'),
}
const v2 = (text: string) => compileFilter(text, 'v2', fields, 'LastChangeDateTime')
const v4 = (text: string) => compileFilter(text, 'v4', fields, 'LastChangeDateTime')

test('comparisons, connectives, functions and doubled quotes mean what they say', () => {
  const yes = [
    "Product eq 'O''Brien'",
    "Product eq 'x' or GrossWeight gt 10.4M",
    "not (Product eq 'x') and IsMarkedForDeletion eq false",
    "substringof('Bri',Product) and startswith(Product,'O') eq true",
    "CreationDate ge datetime'2024-05-01T00:00:00'",
    "LastChangeDateTime lt datetimeoffset'2024-05-02T12:00:01+02:00'",
    'Product ne null',
  ]
  const no = [
    "Product eq 'x' and Product eq 'x' or IsMarkedForDeletion eq true",
    "LastChangeDateTime gt datetimeoffset'2024-05-02T10:00:00Z'",
  ]
  for (const text of yes) expect([text, v2(text).matches(fields)]).toEqual([text, true])
  for (const text of no) expect([text, v2(text).matches(fields)]).toEqual([text, false])
  expect(v4('LastChangeDateTime ge 2024-05-02T10:00:00Z and CreationDate eq 2024-05-01').matches(fields)).toBe(true)
})

test('a filter says from which change time on rows can match, and whether nothing else matters', () => {
  const only = (text: string) => expect.objectContaining({ since: text, isOnlySince: true })
  expect(v2("LastChangeDateTime ge datetimeoffset'2024-05-02T10:00:00Z'")).toEqual(only('2024-05-02T10:00:00.000Z'))
  expect(v4('LastChangeDateTime gt 2024-05-02T10:00:00Z')).toEqual(only('2024-05-02T10:00:00.001Z'))
  const combined = v4("LastChangeDateTime ge 2024-05-02T10:00:00Z and Product eq 'x' and LastChangeDateTime ge 2024-05-01T00:00:00Z")
  expect(combined).toMatchObject({ since: '2024-05-02T10:00:00.000Z', isOnlySince: false })
  const either = v4("LastChangeDateTime ge 2024-05-02T10:00:00Z or Product eq 'x'")
  expect([either.since, either.isOnlySince]).toEqual([undefined, false])
})

test('literals of the other OData version, wrong types, unknown properties and broken syntax are refused', () => {
  const wrongV2 = [
    'LastChangeDateTime ge 2024-05-02T10:00:00Z',
    "LastChangeDateTime ge datetime'2024-05-02T10:00:00'",
    "LastChangeDateTime ge datetimeoffset'2024-05-02T10:00:00'",
    "CreationDate ge datetime'2024-05-02T10:00:00Z'",
    "GrossWeight eq '1'",
    "Nonsense eq 'x'",
    "Product is 'x'",
    "Product eq 'x",
    "(Product eq 'x'",
    "Product eq 'x' Product",
    '',
  ]
  for (const text of wrongV2) expect(() => v2(text), text).toThrow(expect.objectContaining({ status: 400 }))
  expect(() => v4("LastChangeDateTime ge datetimeoffset'2024-05-02T10:00:00Z'")).toThrow(expect.objectContaining({ status: 400 }))
})
