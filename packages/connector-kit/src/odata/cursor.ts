import { AppError, asCursor, type Cursor } from '@linkspan/core/connector'
import { z } from 'zod'
import { Trail } from './trail.ts'

const Position = z.object({
  link: z.string().startsWith('/').max(20_000),
  read: z.number().int().nonnegative(),
  before: z.number().int().nonnegative(),
  from: z.string().optional(),
  total: z.number().int().nonnegative().optional(),
  carry: z.unknown().optional(),
  trail: Trail.optional(),
})

/** Where a page begins, so that any process can ask for it. */
export interface Position {
  /** Path and query of the page; the origin is always ours. */
  readonly link: string
  /** How many rows of this query came before the page. */
  readonly read: number
  /** How many rows came before this query, and are not in it. */
  readonly before: number
  /** The time from which this query asks, if reading goes on by time. */
  readonly from?: string | undefined
  /** How many rows the server said there are in all. */
  readonly total?: number | undefined
  /** What a source needs of the pages before. */
  readonly carry?: unknown
  /** The links that led here, to notice when they run in circles. */
  readonly trail?: Trail | undefined
}

export const toCursor = (position: Position): Cursor => asCursor(JSON.stringify(position))

/** Reads what `toCursor` wrote. `setup.settings-invalid` if it is something else, or leads away from our origin. */
export function fromCursor(cursor: Cursor, origin: string): Position {
  const position = Position.safeParse(parsed(cursor))
  if (position.success && URL.canParse(position.data.link, origin) && new URL(position.data.link, origin).origin === origin)
    return position.data
  throw new AppError('setup.settings-invalid', 'The stored position is not one of this connection: start the run anew')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
