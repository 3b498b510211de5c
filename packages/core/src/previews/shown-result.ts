import { z } from 'zod'
import { Reject } from '../records/reject.ts'

/** What became of one record. */
export const ShownResult = z.object({
  id: z.string().describe('The id of the record after the mapping; empty if it has none.'),
  mapped: z
    .unknown()
    .describe('The canonical fields before they are validated; null if the record was filtered or a transformation failed.'),
  record: z.unknown().describe('The canonical record as a sync would store it; null if it would not be stored.'),
  status: z.enum(['accepted', 'filtered', 'rejected']),
  errors: Reject.shape.errors,
  shortened: z.boolean().describe('Whether a value of this entry was shortened because of its size.'),
})
export type ShownResult = z.infer<typeof ShownResult>
