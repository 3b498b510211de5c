import { AppError } from '../kernel/errors.ts'
import type { Checkpoint, Counts } from '../runs/run.ts'

interface State {
  readonly counts: Pick<Counts, 'read' | 'filtered' | 'rejected'>
  readonly checkpoint: Pick<Checkpoint, 'distinct' | 'complete'>
}

const different = ({ counts, checkpoint }: State): number => checkpoint.distinct + counts.filtered + counts.rejected

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
    /** Throws `remote.cursor-repeated` once all that came before has come again, in many pages, without one new record. */
    assertNews(counts: State['counts'], checkpoint: State['checkpoint']): void {
      const now = different({ counts, checkpoint })
      if (now > most || checkpoint.complete) {
        most = now
        pages = 0
        readAtNews = counts.read
        return
      }
      pages += 1
      const rows = counts.read - readAtNews
      if (pages < maxIdlePages || rows <= now) return
      const message = `The last ${pages} pages brought ${rows} records, and none that had not come before in this run`
      throw new AppError('remote.cursor-repeated', message, { details: { pages, rows, distinct: checkpoint.distinct } })
    },
  }
}
