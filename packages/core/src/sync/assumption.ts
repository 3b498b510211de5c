import type { Counts } from '../runs/run.ts'
import { type FetchedPage, mayBeKnown } from './page-write.ts'

/**
 * What is assumed about a page before the store has confirmed it. The more is assumed, the less work a page is:
 * - `page-unchanged`: it is the page that was stored under this number, so not even its rows get fingerprints.
 * - `rows-unchanged`: each of its rows has been stored before, so none is transformed.
 * - `none`: every row is transformed.
 * The store rejects a write whose assumption is wrong.
 */
export type Assumption = 'page-unchanged' | 'rows-unchanged' | 'none'

/** Before the first page everything may be as it was. */
export const firstAssumption: Assumption = 'page-unchanged'

/** What to assume about this page: at most what the pages before it allow (`limit`), and less if the page lacks the fingerprints for it. */
export function assumptionAbout(page: FetchedPage, limit: Assumption): Assumption {
  if (limit === 'page-unchanged' && page.name !== null) return 'page-unchanged'
  if (limit !== 'none' && mayBeKnown(page)) return 'rows-unchanged'
  return 'none'
}

type RowCounts = Pick<Counts, 'read' | 'unchanged'>

/** The limit for the next page, once one is stored: `isSamePage` says whether it was the page that was stored before. */
export function limitAfterStored(before: RowCounts, after: RowCounts, isSamePage: boolean): Assumption {
  const isMostlyUnchanged = (after.unchanged - before.unchanged) * 2 > after.read - before.read
  if (!isMostlyUnchanged) return 'none'
  return isSamePage ? 'page-unchanged' : 'rows-unchanged'
}

/** The limit once the store has said that a page is not the one that was stored before: its rows may still be known. */
export const limitAfterOtherPage = (limit: Assumption): Assumption => (limit === 'page-unchanged' ? 'rows-unchanged' : limit)
