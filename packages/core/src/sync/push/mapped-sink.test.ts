import { expect, test } from 'vitest'
import type { AcceptedRecord, OutgoingRecord, RecordSink } from '../../connector/sink.ts'
import { openMapping } from '../../mapping/open-mapping.ts'
import { openReverseMapping } from '../../mapping/open-reverse-mapping.ts'
import { mappedSink } from './mapped-sink.ts'

const outgoing: OutgoingRecord = {
  id: 'O-1',
  erpId: '7',
  reference: 'O-1',
  idempotencyKey: 'O-1-2',
  data: {},
  changed: ['total'],
  erpVersion: null,
  sentAt: null,
}
const answering = (record: AcceptedRecord): RecordSink => ({
  write: async () => ({ kind: 'accepted', record }),
  preview: async () => ({ kind: 'nothing' }),
  find: async () => record,
})

test('an answer that shows only an id empties no address and no list that the mapping fills', async () => {
  const signal = new AbortController().signal
  await using mapping = openMapping({ fieldMapping: { 'shipTo.city': 'town', 'lines[].sku': 'items[].article' } }, signal)
  const shownBy = async (raw: Record<string, unknown>, fields: Record<string, unknown>) => {
    const sink = mappedSink(answering({ erpId: '7', erpVersion: null, fields, source: { id: '7', fields, raw, changedAt: null } }), {
      mapping,
      reverse: null,
    })
    return (await sink.find(outgoing))?.fields
  }
  expect(await shownBy({ id: '7' }, { orderNumber: '7' })).toEqual({ orderNumber: '7' })
  expect(await shownBy({ id: '7', town: 'Bonn', items: [{ article: 'A' }] }, {})).toEqual({
    shipTo: { city: 'Bonn' },
    lines: [{ sku: 'A' }],
  })
  expect(await shownBy({ id: '7' }, { shipTo: { name: 'Ada' } })).toEqual({ shipTo: { name: 'Ada' } })
})

test('a read-only field that is cleared here is not sent as cleared, and an update of nothing else is not sent at all', async () => {
  const signal = new AbortController().signal
  const transformations = [{ field: 'customerName', operation: 'concat' as const, value: { fields: ['raw.a', 'raw.b'] } }]
  await using reverse = openReverseMapping({ transformations }, signal)
  const sent: OutgoingRecord[] = []
  const message = { method: 'PATCH', target: 'https://erp.example/7', contentType: 'application/json', body: '{}' }
  const erp: RecordSink = {
    async write(record) {
      sent.push(record)
      return { kind: 'accepted', record: { erpId: '7', erpVersion: null, fields: null } }
    },
    preview: async () => ({ kind: 'message', message }),
    find: async () => null,
  }
  const sink = mappedSink(erp, { mapping: null, reverse })
  const cleared = { ...outgoing, data: { total: '1' }, changed: ['customerName'] }
  expect(await sink.preview(cleared)).toEqual({ kind: 'nothing' })
  expect(await sink.write(cleared)).toMatchObject({ kind: 'accepted' })
  expect(sent).toEqual([])
  expect(await sink.preview({ ...cleared, changed: ['customerName', 'total'] })).toEqual({ kind: 'message', message })
  await sink.write({ ...cleared, changed: ['customerName', 'total'] })
  expect(sent).toMatchObject([{ changed: ['total'] }])
})

test('a value that cannot be turned round is refused in a preview as in a write', async () => {
  const signal = new AbortController().signal
  await using reverse = openReverseMapping({ transformations: [{ field: 'total', operation: 'multiply', value: 3 }] }, signal)
  const sink = mappedSink(answering({ erpId: '7', erpVersion: null, fields: null }), { mapping: null, reverse })
  const record = { ...outgoing, data: { total: '10' } }
  const refusal = { kind: 'refused', reason: 'total cannot be written back by the mapping: cannot be divided by 3 exactly' }
  expect(await sink.preview(record)).toEqual(refusal)
  expect(await sink.write(record)).toEqual(refusal)
})

test('in a batch each record runs through the mapping, and what cannot be sent is not in it', async () => {
  const signal = new AbortController().signal
  await using reverse = openReverseMapping({ transformations: [{ field: 'total', operation: 'multiply', value: 3 }] }, signal)
  const batches: (readonly OutgoingRecord[])[] = []
  const erp: RecordSink = {
    ...answering({ erpId: '7', erpVersion: null, fields: null }),
    batches: {
      size: 3,
      async write(records) {
        batches.push(records)
        return records.map(({ id }) => ({ kind: 'accepted', record: { erpId: `ERP-${id}`, erpVersion: null, fields: null } }))
      },
    },
  }
  const { batches: mapped } = mappedSink(erp, { mapping: null, reverse })
  const record = (id: string, total: string): OutgoingRecord => ({ ...outgoing, id, erpId: null, changed: null, data: { total } })
  const outcomes = await mapped?.write([record('A', '9'), record('B', '10'), record('C', '12')])
  expect(outcomes).toMatchObject([
    { kind: 'accepted', record: { erpId: 'ERP-A' } },
    { kind: 'refused', reason: expect.stringContaining('cannot be divided by 3') },
    { kind: 'accepted', record: { erpId: 'ERP-C' } },
  ])
  expect(batches.map((batch) => batch.map(({ id, data }) => `${id} ${data.total}`))).toEqual([['A 3', 'C 4']])
  await mapped?.write([record('B', '10')])
  expect(batches).toHaveLength(1)
})
