import { expect, test } from 'vitest'
import type { AcceptedRecord, OutgoingRecord, RecordSink } from '../../connector/sink.ts'
import { openMapping } from '../../mapping/open-mapping.ts'
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
