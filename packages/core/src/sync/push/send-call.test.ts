import { expect, test } from 'vitest'
import { outcomeAt } from '../../connector/batched-outcome.ts'
import type { OutgoingRecord, RecordSink } from '../../connector/sink.ts'
import { AppError } from '../../kernel/errors.ts'
import { type InFlight, inCalls } from './send-call.ts'

const flight = (id: string): InFlight => ({ record: { id, erpId: /^[a-z]/.test(id) ? 'ERP-1' : null } as OutgoingRecord }) as InFlight
const sink = (size: number): RecordSink => ({ batches: { size, write: async () => [] } }) as unknown as RecordSink
const callsOf = (ids: string, size: number) =>
  inCalls([...ids].map(flight), sink(size)).map((call) => call.map(({ record }) => record.id).join(''))

test('new records share a call up to the size of a batch, and a change goes by itself; the order stays', () => {
  expect(callsOf('ABCDEFG', 3)).toEqual(['ABC', 'DEF', 'G'])
  expect(callsOf('ABxCyzDEF', 3)).toEqual(['AB', 'x', 'C', 'y', 'z', 'DEF'])
  expect(inCalls([...'ABC'].map(flight), {} as RecordSink)).toHaveLength(3)
})

test('of a record that the answer to a batch does not tell of, nobody knows', () => {
  expect(outcomeAt([{ kind: 'stale' }], 1)).toEqual({ kind: 'unknown', error: expect.any(AppError) })
})
