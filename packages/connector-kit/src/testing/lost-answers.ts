import type { OutgoingRecord, RecordSink } from '@linkspan/core/connector'
import type { RestErp } from '@linkspan/simulators'
import { expect } from 'vitest'

/** Writes ten orders as a push does, looking each up after an answer that was lost, and expects the ERP to have each of them once. */
export async function expectTenOrdersOnce(
  erp: Pick<RestErp, 'faults' | 'writeLog'>,
  sink: RecordSink,
  order: (reference: string) => OutgoingRecord,
): Promise<void> {
  erp.faults.add({ kind: 'drop-after-store', every: 2, method: 'POST' })
  erp.faults.add({ kind: 'drop-before-store', every: 3, method: 'POST' })
  const references = Array.from({ length: 10 }, (_, number) => `O-${number}`)
  const kinds: string[] = []
  for (const reference of references) {
    for (let isTaken = false; !isTaken; ) {
      const outcome = await sink.write(order(reference))
      kinds.push(outcome.kind)
      isTaken = outcome.kind === 'accepted' || (await sink.find(order(reference))) !== null
    }
  }
  expect(new Set(kinds)).toEqual(new Set(['accepted', 'unknown']))
  expect(erp.writeLog.summary()).toMatchObject({ stored: 10, duplicates: [] })
  expect(erp.writeLog.orders().map(({ reference }) => reference)).toEqual(references)
}
