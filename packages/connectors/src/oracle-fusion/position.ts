import { z } from 'zod'

/** Where the rows of one resource go on. */
export const Position = z.object({
  /** The time from which is asked; null: from the beginning. */
  from: z.string().nullable(),
  /** How many of the rows since then lie before the next page. */
  offset: z.int().nonnegative(),
  /** The marks of rows that were given and may come again. */
  known: z.array(z.string()).readonly(),
  /** How many rows were given. */
  given: z.int().nonnegative(),
  /** How many there are, as Fusion said with the first page. */
  total: z.int().nonnegative().optional(),
  /** How many pages in a row brought nothing new. */
  idle: z.int().nonnegative(),
  /** Fusion does not heed the time: rows are counted instead. */
  isPlain: z.boolean(),
})
export type Position = z.infer<typeof Position>

export const startAt = (from: string | null): Position => ({ from, offset: 0, known: [], given: 0, idle: 0, isPlain: false })

/** Where a series of resources goes on, so that any process can ask for it. */
export const SeriesPosition = z.object({
  /** Which of the readings. */
  part: z.int().nonnegative(),
  here: Position,
  /** Fusion's clock when the first page came: ISO 8601, UTC. */
  begun: z.string().optional(),
  /** What a source needs of the pages before. */
  carry: z.unknown().optional(),
})
export type SeriesPosition = z.infer<typeof SeriesPosition>
