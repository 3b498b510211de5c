import { expect, test } from 'vitest'
import { z } from 'zod'
import { dataTypes } from '../../records/data-types.ts'
import { toIssues } from '../issues.ts'
import { germanFault } from './faults.ts'

/** What schemas say about a value that does not fit. */
const faultsOf = (schema: z.ZodType, value: unknown): readonly string[] => {
  const { error } = schema.safeParse(value)
  return error ? toIssues(error, '', ['id']).map(({ message }) => message) : []
}

const wrong = [true, '', '1,5', {}, 'x'.repeat(20_000)]
/** A record in which every field has this value. */
const filled = (schema: z.ZodType, value: unknown): unknown =>
  Object.fromEntries(
    Object.keys((z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as { properties?: object }).properties ?? {}).map(
      (name) => [name, value],
    ),
  )

test('whatever a canonical record can be rejected for is told in German', () => {
  const faults = Object.values(dataTypes).flatMap(({ schema }) =>
    [...wrong.map((value) => filled(schema, value)), {}].flatMap((record) => faultsOf(schema, record)),
  )
  expect(new Set(faults).size).toBeGreaterThan(8)
  expect([...new Set(faults)].filter((message) => germanFault(message) === message)).toEqual([])
})

test.each([
  ['must be a number, not text', 'muss eine Zahl sein, nicht ein Text'],
  ['must be one of "a", "b"', 'muss eines von "a", "b" sein'],
  ['must have at least 1 item', 'muss mindestens 1 Eintrag haben'],
  ['must be at most 0.5', 'muss höchstens 0.5 sein'],
  ['unknown field "nam"; the known fields are name, id', 'unbekanntes Feld "nam"; die bekannten Felder sind name, id'],
  ['is not a date of the form "dd.MM.yyyy" in Europe/Berlin', 'ist kein Datum der Form „dd.MM.yyyy“ in Europe/Berlin'],
  ['Customer 4711 is blocked', 'Customer 4711 is blocked'],
])('"%s" is "%s"', (message, german) => {
  expect(germanFault(message)).toBe(german)
})
