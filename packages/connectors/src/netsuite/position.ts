import { fromCursor as parse, toCursor as print } from '@linkspan/connector-kit/paging/cursor'
import type { Cursor } from '@linkspan/core/connector'
import { z } from 'zod'

const Position = z.object({
  /** The keys of the last row that was read. */
  after: z.array(z.string()),
  /** How many rows were read. */
  read: z.int().nonnegative(),
  /** The window of a pull of changes, by the account's own clock: from the first time, before the second. */
  window: z.object({ from: z.string(), to: z.string() }).optional(),
  /** NetSuite's clock when reading began: ISO 8601, UTC. */
  begun: z.string().optional(),
})
export type Position = z.infer<typeof Position>

export const toCursor = (position: Position): Cursor => print(position)
export const fromCursor = (cursor: Cursor): Position => parse(Position, cursor)
