import { z } from 'zod'

/** What the connector makes of a row by itself. */
export const FoundInRow = z
  .object({
    id: z.string().max(2000).describe('The id of the record; empty if the row has none.'),
    fields: z.record(z.string(), z.unknown()).describe('The canonical fields, before the mapping.'),
    changedAt: z.string().max(100).nullable().default(null).describe('When the ERP last changed the record; null if it does not say.'),
    rejection: z
      .object({ path: z.string(), message: z.string() })
      .optional()
      .describe('Why the row can be no record, whatever the mapping says; absent if it can.'),
  })
  .meta({ id: 'ERPFoundInRow', description: 'What the connector finds in a row by itself, before the mapping of the sync configuration.' })
export type FoundInRow = z.infer<typeof FoundInRow>
