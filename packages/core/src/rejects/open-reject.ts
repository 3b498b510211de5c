import { z } from 'zod'
import type { RecordStream } from '../outbox/held-record.ts'
import { DataTypeId } from '../records/data-types.ts'
import { Reject } from '../records/reject.ts'
import { rejectIdFor } from './reject-id.ts'
import type { StoredReject } from './reject-store.ts'

/** A record that was rejected when it was last read, over all runs. */
export const ERPOpenReject = Reject.extend({
  id: z.string().describe('Stays the same, however often the record is rejected.'),
  connectionId: z.string(),
  dataType: DataTypeId,
  syncLogId: z.string().optional().describe('The run that rejected it last; absent if that is not known any more.'),
  rejectedAt: z.iso.datetime().describe('When it was last rejected.'),
  firstRejectedAt: z.iso.datetime().describe('When it was rejected first since it was last accepted.'),
  times: z.int().min(0).describe('How often it was rejected since then; 0 if that is not known.'),
}).meta({ id: 'ERPOpenReject' })
export type ERPOpenReject = z.infer<typeof ERPOpenReject>

export const presentReject = (stream: RecordStream, { key, reject, runId, ...stored }: StoredReject): ERPOpenReject => ({
  id: rejectIdFor(stream, key),
  connectionId: stream.connectionId,
  dataType: stream.dataType,
  ...reject,
  ...(runId !== null && { syncLogId: runId }),
  ...stored,
})
