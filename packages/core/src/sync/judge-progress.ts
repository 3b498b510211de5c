import { AppError } from '../kernel/errors.ts'
import type { Checkpoint, Counts } from '../runs/run.ts'

interface State {
  readonly counts: Pick<Counts, 'read' | 'created' | 'updated' | 'filtered' | 'rejected'>
  readonly checkpoint: Pick<Checkpoint, 'distinct' | 'complete' | 'total' | 'since'>
}

/** A pull of changes without a total does not tell different records from repeated ones. */
const countsDistinct = ({ total, since }: State['checkpoint']): boolean => total !== null || since === null

/** The different records that came, or, if nobody counts them, those that were not stored like this before. */
const different = ({ counts, checkpoint }: State): number => {
  const accepted = countsDistinct(checkpoint) ? checkpoint.distinct : counts.created + counts.updated
  return accepted + counts.filtered + counts.rejected
}

/** Whether a page has brought a record that did not come before in its run, or the end. Otherwise failures go on being counted. */
export const isNews = (before: State, after: State): boolean => after.checkpoint.complete || different(after) > different(before)

/** Fewer pages may bring nothing new because rows moved, or because the ERP gives some of them twice. */
const maxIdlePages = 20

/** Watches that a pull does not read on while no different record comes. */
export function watchProgress() {
  let most = -1
  let pages = 0
  let readAtNews = 0
  return {
    /**
     * Throws `remote.cursor-repeated` once all that came before has come again, in many pages, without one new record. If different records
     * are not counted, unchanged ones may be new to the run: then more of them must have come than there are records (`live`).
     */
    assertNews({ counts, checkpoint, live }: State & { readonly live: number }): void {
      const now = different({ counts, checkpoint })
      if (now > most || checkpoint.complete) {
        most = now
        pages = 0
        readAtNews = counts.read
        return
      }
      pages += 1
      const rows = counts.read - readAtNews
      const isCounted = countsDistinct(checkpoint)
      if (pages < maxIdlePages || rows <= (isCounted ? now : live)) return
      const nothing = isCounted
        ? 'none that had not come before in this run'
        : `none that was new or changed, though there are only ${live}`
      const message = `The last ${pages} pages brought ${rows} records, and ${nothing}`
      throw new AppError('remote.cursor-repeated', message, { details: { pages, rows, distinct: isCounted ? checkpoint.distinct : live } })
    },
  }
}
