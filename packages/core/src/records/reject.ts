import { hash } from 'node:crypto'
import { z } from 'zod'
import { excerptOf } from '../kernel/excerpt.ts'

/** A record that was rejected, and why. It does not hold up the others. */
export const Reject = z.object({
  recordId: z.string().describe("Its id: the ERP's in a pull, empty if it had none; ours in a push."),
  page: z.int().describe('From 1; 0 in a push.'),
  row: z.int().optional().describe('Its place in the page, from 1; absent if several rows were rejected together.'),
  errors: z.array(z.object({ path: z.string(), message: z.string(), value: z.unknown() })),
  rowHash: z.string().optional().describe('Tells a row without an id from others.'),
  raw: z.unknown().optional().describe('The row as the ERP sent it, while the record is open; absent if it is not kept.'),
  rawShortened: z.literal(true).optional().describe('Parts of `raw` were left out, because it was too large.'),
})
export type Reject = z.infer<typeof Reject>

/** A row is kept whole with its reject up to about so many characters. */
const maxRawCharacters = 4000

/** What is kept of the row that a reject is about. */
export function rawRowOf(raw: unknown, recordId: string): Pick<Reject, 'raw' | 'rawShortened' | 'rowHash'> {
  const { value, shortened } = excerptOf(raw, maxRawCharacters)
  return {
    ...(recordId === '' && { rowHash: hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22) }),
    ...(raw !== undefined && { raw: value }),
    ...(shortened && { rawShortened: true }),
  }
}

/** What tells the rejected records of a stream apart. A row without an id is known by its content. */
export const rejectKeyOf = ({ recordId, rowHash, page, row = 0 }: Reject): string =>
  recordId === '' ? `#${rowHash ?? `${page}.${row}`}` : recordId
