import { AppError, asCursor, type Cursor } from '@linkspan/core'
import { z } from 'zod'

const Position = z.object({
  /** Path and query of the page; the origin is always ours. */
  link: z.string().startsWith('/').max(20_000),
  /** How many rows came before it. */
  read: z.number().int().nonnegative(),
  /** How many rows the server said there are, when it said so first. */
  total: z.number().int().nonnegative().optional(),
  /** What a source needs of the pages before. */
  carry: z.unknown().optional(),
})

/** Where a page begins, so that any process can ask for it. */
export interface Position {
  readonly link: string
  readonly read: number
  readonly total?: number | undefined
  readonly carry?: unknown
}

export const toCursor = (position: Position): Cursor => asCursor(JSON.stringify(position))

/** Reads what `toCursor` wrote. `setup.settings-invalid` where it is something else, or leads away from our origin. */
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
