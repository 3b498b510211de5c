import { expect, test } from 'vitest'
import { valueAt } from './dot-path.ts'
import { toRecord } from './to-record.ts'

const row = { Texte: [{ txt: 'Mug' }, { txt: 'Becher' }], '@odata.count': 5, 'a[1]': 'own name', a: ['x', 'y'] }

test('an item of a list is named with dots or with brackets', () => {
  expect(valueAt(row, 'Texte.1.txt')).toBe('Becher')
  expect(valueAt(row, 'Texte[1].txt')).toBe('Becher')
  expect(valueAt(row, 'Texte[2].txt')).toBeUndefined()
  expect(valueAt([{ id: 1 }], '[0].id')).toBe(1)
})

test('a name that has dots or brackets in itself comes first', () => {
  expect([valueAt(row, '@odata.count'), valueAt(row, 'a[1]'), valueAt(row, 'a.1')]).toEqual([5, 'own name', 'y'])
})

test('both notations name a field, an id and a change time in the settings of a connection', () => {
  const given = { texts: [{ t: 'Mug' }], keys: ['A1'], times: ['2026-01-01T00:00:00Z'] }
  for (const paths of [
    { id: 'keys.0', changedAt: 'times.0', fields: { name: 'texts.0.t' } },
    { id: 'keys[0]', changedAt: 'times[0]', fields: { name: 'texts[0].t' } },
  ])
    expect(toRecord(given, 'products', paths)).toMatchObject({ id: 'A1', changedAt: '2026-01-01T00:00:00.000Z', fields: { name: 'Mug' } })
})
