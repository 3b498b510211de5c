import { counted } from '../kernel/counted.ts'
import type { Run } from '../runs/run.ts'
import type { RunEntry } from '../runs/sync-log.ts'

/** The first line in the log of a run that pulls. */
export const pullingFrom = ({ pages }: Run['checkpoint'], since: string | null): string => {
  if (pages > 0) return `Resuming after page ${pages}`
  return since ? `Pulling changes since ${since}` : 'Pulling everything'
}

/** The last line in the log of a successful run. */
export function summaryOf({ direction, counts, checkpoint }: Run): Omit<RunEntry, 'at'> {
  const sentences = [
    ...(direction === 'push' ? [] : [`All ${counts.read} records are accounted for`]),
    ...(direction === 'pull' ? [] : [`The ERP has accepted ${counted(counts.pushed, 'record')}`]),
    ...(counts.rejected > 0 ? [`${counts.rejected} of them ${counts.rejected === 1 ? 'was' : 'were'} rejected`] : []),
    ...(counts.refused > 0 ? [`${counts.refused} ${counts.refused === 1 ? 'was' : 'were'} refused by the ERP`] : []),
    ...(counts.conflicts > 0 ? [`${counted(counts.conflicts, 'conflict')} ${counts.conflicts === 1 ? 'waits' : 'wait'} for a person`] : []),
  ]
  const isClean = counts.rejected + counts.refused + counts.conflicts === 0
  return { level: isClean ? 'info' : 'warn', message: sentences.join('; '), details: { ...counts, pages: checkpoint.pages } }
}
