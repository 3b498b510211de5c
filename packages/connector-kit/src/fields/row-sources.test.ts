import { dataTypeIds, type SourceRecord } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { rowFieldSources } from './row-sources.ts'
import { toRecord } from './to-record.ts'

const structured = ['lines', 'shipments', 'shipTo', 'billTo', 'orderRefs']
const time = '2026-01-15T10:00:00.000Z'

const valueFor = (field: string) => (field === 'sourceUpdatedAt' ? time : structured.includes(field) ? [{ a: 'seen' }] : 'seen')

/** What is found in the place of a field, as text. */
function found({ id, fields }: SourceRecord, field: string): string {
  if (field === 'id') return id
  if (!field.startsWith('lines[].')) return JSON.stringify(fields[field])
  return JSON.stringify((fields.lines as readonly Record<string, unknown>[])[0]?.[field.slice('lines[].'.length)])
}

const cases = dataTypeIds.flatMap((dataType) =>
  rowFieldSources[dataType].flatMap(({ field, sources }) => sources.map((source) => [dataType, field, source] as const)),
)

test('every name that is told is read', () => {
  expect(cases.length).toBeGreaterThan(300)
  const unread = cases.filter(([dataType, field, source]) => {
    const row = field.startsWith('lines[].') ? { lines: [{ [source]: 'seen' }] } : { [source]: valueFor(field) }
    return !/seen|2026-01-15T10/.test(found(toRecord(row, dataType), field))
  })
  expect(unread).toEqual([])
})
