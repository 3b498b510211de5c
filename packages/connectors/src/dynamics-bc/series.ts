import { type Position, toCursor } from '@linkspan/connector-kit/odata/cursor'
import { linkOf } from '@linkspan/connector-kit/odata/next-link'
import type { Row } from '@linkspan/connector-kit/odata/row'
import type { Cursor } from '@linkspan/core/connector'
import { z } from 'zod'
import type { Reader, Reading } from './read.ts'

/** What a position remembers of the entity sets that were read before. */
const Carry = z.object({
  /** Which of the entity sets is read. */
  set: z.number().int().nonnegative(),
  /** How many rows those before it have, and those after it. */
  before: z.number().int().nonnegative(),
  after: z.number().int().nonnegative().nullable(),
  /** The server's clock when the first page came: ISO 8601, UTC. */
  begun: z.string().optional(),
})
type Carry = z.infer<typeof Carry>

export interface SeriesPage {
  /** Which of the entity sets the rows are of. */
  readonly set: number
  readonly rows: readonly Row[]
  readonly next: Cursor | null
  /** Of all entity sets, if they are counted. */
  readonly total: number | undefined
  readonly serverTime: string | undefined
  readonly begun: string | undefined
  /** Rows went away or are missing. */
  readonly partial: boolean
}

export interface SeriesOptions {
  readonly reader: Reader
  readonly after: Position | null
  /** Whether a total is told: it costs one more call for each entity set but the first. */
  readonly isCounted: boolean
}

/**
 * Reads several entity sets as one, one after the other. An empty page is only yielded if it is the last. The total is that of all
 * of them.
 */
export async function* readSeries(readings: readonly Reading[], { reader, after, isCounted }: SeriesOptions): AsyncGenerator<SeriesPage> {
  let carry: Carry = Carry.safeParse(after?.carry).data ?? { set: 0, before: 0, after: isCounted ? await countAll(reader, readings) : null }
  let position = after
  let told = after?.total
  while (true) {
    const reading = readings[carry.set] as Reading
    const following = readings[carry.set + 1]
    for await (const page of reader.pages(reading, position)) {
      carry = { ...carry, begun: carry.begun ?? page.serverTime }
      const { total } = page
      const hasFallen = told !== undefined && total !== undefined && total < told
      told = total ?? told
      const read = (position?.before ?? 0) + (position?.read ?? 0) + page.rows.length
      const isShort = page.next === null && total !== undefined && read < total
      const partial = hasFallen || isShort
      const here: Carry = carry
      position = page.next && { ...page.next, carry: here }
      if (page.next === null && following) {
        carry = await startOf(reader, readings, carry, total)
        position = { link: linkOf(await reader.firstPage(following)), read: 0, before: 0, from: following.since ?? undefined, carry }
        told = undefined
      }
      if (page.rows.length === 0 && page.next === null && following && !partial) continue
      const all = here.after === null || total === undefined ? undefined : here.before + total + here.after
      yield {
        set: here.set,
        rows: page.rows,
        next: position && toCursor(position),
        total: all,
        serverTime: page.serverTime,
        begun: here.begun,
        partial,
      }
    }
    if (!following) return
  }
}

/** The sum over all entity sets but the first, which tells its own; null if one does not tell. */
async function countAll(reader: Reader, readings: readonly Reading[]): Promise<number | null> {
  const counts = await Promise.all(readings.slice(1).map((reading) => reader.count(reading)))
  return counts.every((count) => count !== undefined) ? counts.reduce((sum, count) => sum + count, 0) : null
}

async function startOf(reader: Reader, readings: readonly Reading[], carry: Carry, total: number | undefined): Promise<Carry> {
  const set = carry.set + 1
  if (carry.after === null || total === undefined) return { ...carry, set, after: null }
  const rest = await countAll(reader, readings.slice(set))
  return { ...carry, set, before: carry.before + total, after: rest }
}
