import { hash } from 'node:crypto'
import { z } from 'zod'
import { excerptOf } from '../kernel/excerpt.ts'
import { FoundInRow } from './found-in-row.ts'

/** A record that was rejected, and why. It does not hold up the others. */
export const Reject = z.object({
  recordId: z.string().describe("Its id: the ERP's in a pull, empty if it had none; ours in a push."),
  page: z.int().describe('From 1; 0 in a push.'),
  row: z.int().optional().describe('Its place in the page, from 1; absent if several rows were rejected together.'),
  errors: z.array(z.object({ path: z.string(), message: z.string(), value: z.unknown() })),
  rowHash: z.string().optional().describe('Tells a row without an id from others.'),
  raw: z.unknown().optional().describe('The row as the ERP sent it, while the record is open; absent if it is not kept.'),
  rawShortened: z.literal(true).optional().describe('Parts of `raw` or `found` were left out, because they were too large.'),
  found: FoundInRow.optional().describe(
    'What the connector found in the row by itself, while the record is open; absent if it can read `raw` again, or if the row is not kept.',
  ),
})
export type Reject = z.infer<typeof Reject>

/** A row is kept whole with its reject up to about so many characters. */
const maxRawCharacters = 4000

/** What is kept of the row that a reject is about; `isReadable`: the connector can read it again. */
export function keptRowOf(
  { raw, id, fields, changedAt, rejection }: FoundInRow & { readonly raw: unknown },
  recordId: string,
  isReadable: boolean,
): Pick<Reject, 'raw' | 'rawShortened' | 'rowHash' | 'found'> {
  const row = excerptOf(raw, maxRawCharacters)
  const own = excerptOf(isReadable ? {} : fields, maxRawCharacters)
  return {
    ...(recordId === '' && { rowHash: hash('sha256', JSON.stringify(row.value), 'base64url').slice(0, 22) }),
    ...(raw !== undefined && { raw: row.value }),
    ...((row.shortened || own.shortened) && { rawShortened: true }),
    ...(!isReadable && { found: { id, fields: own.value as FoundInRow['fields'], changedAt, ...(rejection && { rejection }) } }),
  }
}

/** What tells the rejected records of a stream apart. A row without an id is known by its content. */
export const rejectKeyOf = ({ recordId, rowHash, page, row = 0 }: Reject): string =>
  recordId === '' ? `#${rowHash ?? `${page}.${row}`}` : recordId
