import { expect, test } from 'vitest'
import type { Stream } from '../../api/names.ts'
import { splitRows, toMatrix } from './matrix.ts'

const stream = (connectionId: string, change: Partial<Stream> = {}) =>
  ({
    connectionId,
    connectionName: `ERP ${connectionId}`,
    dataType: 'products',
    direction: 'pull',
    lastSuccessAt: '2026-11-29T10:00:00Z',
    lastRun: { status: 'success' },
    freshness: { late: false },
    outbox: { pending: 0, in_flight: 0, uncertain: 0, conflict: 0, error: 0 },
    ...change,
  }) as Stream
const failed = { lastRun: { status: 'error' } } as Partial<Stream>
const late = { freshness: { late: true } } as Partial<Stream>

test('has a column for each data type that is exchanged, and a row for each connection', () => {
  const { columns, rows } = toMatrix([stream('a', { dataType: 'invoices' }), stream('a'), stream('b')])
  expect(columns).toEqual(['products', 'invoices'])
  expect(rows.map(({ name, cells }) => [name, cells.map((cell) => cell.length)])).toEqual([
    ['ERP a', [1, 1]],
    ['ERP b', [1, 0]],
  ])
})

test('of both directions the one in trouble is shown', () => {
  const { rows } = toMatrix([stream('a', late), stream('a', { direction: 'push', ...failed })])
  expect(rows[0]?.cells[0]?.map(({ direction }) => direction)).toEqual(['push', 'pull'])
})

test('up to forty connections are all shown; of more, those in trouble first, the worst at the top', () => {
  const fine = Array.from({ length: 39 }, (_, at) => stream(`fine ${at}`))
  expect(splitRows(toMatrix([...fine, stream('bad', failed)]).rows).shown).toHaveLength(40)
  const { shown, fine: rest } = splitRows(toMatrix([...fine, stream('late', late), stream('bad', failed)]).rows)
  expect(shown.map(({ connectionId }) => connectionId)).toEqual(['bad', 'late'])
  expect(rest).toHaveLength(39)
})
