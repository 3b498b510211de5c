import type { OutgoingRecord } from '../../connector/sink.ts'
import type { PushOptions } from './options.ts'
import type { SendResult } from './outcome.ts'

/** Notes what was not sent of a new record, once the ERP has it. */
export async function noteUnsent(record: OutgoingRecord, { kind }: SendResult, options: PushOptions): Promise<void> {
  if (kind !== 'accepted' || record.erpId !== null) return
  options.noteUnsent(record.id, (await options.sink.unsent?.(record)) ?? [])
}
