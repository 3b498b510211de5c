import { z } from 'zod'
import type { PageNotes } from './page-notes.ts'

/** Which part of a stream's records had a value in each field when all of them were read last: from 0 to 1. */
export const FieldShares = z.object({ records: z.int(), shares: z.record(z.string(), z.number()) })
export type FieldShares = z.infer<typeof FieldShares>

/** A single record says nothing about a field. */
const fewest = 2
const mostly = 0.5

type FieldNotes = Pick<PageNotes, 'looked' | 'known' | 'filled'>

/** A field that most records had a value in before, and none has now. */
export interface LostField {
  readonly path: string
  /** Which part of the records had a value, from 0 to 1. */
  readonly share: number
}

/** The fields that are lost. Rows that are known to be unchanged have the values that they had, so they may only be as many as had none. */
export function lostFields(before: FieldShares | null, { looked, known, filled }: FieldNotes): readonly LostField[] {
  if (before === null || before.records < fewest || looked + known < fewest || looked === 0) return []
  return Object.entries(before.shares)
    .filter(([path, share]) => share >= mostly && (filled[path] ?? 0) === 0 && known <= (1 - share) * (looked + known) + 0.5)
    .map(([path, share]) => ({ path, share }))
}

/** The shares after all records were read. Rows that nobody looked at are as they were. */
export function nextShares(before: FieldShares | null, { looked, known, filled }: FieldNotes): FieldShares | null {
  const records = looked + known
  if (looked === 0) return before
  const paths = new Set([...Object.keys(filled), ...Object.keys(before?.shares ?? {})])
  const shareOf = (path: string) => ((filled[path] ?? 0) + (before?.shares[path] ?? 0) * known) / records
  const shares = [...paths].map((path) => [path, Math.round(shareOf(path) * 1000) / 1000] as const)
  return { records, shares: Object.fromEntries(shares.filter(([, share]) => share > 0)) }
}
