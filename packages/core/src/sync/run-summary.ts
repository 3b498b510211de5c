import type { Run } from '../runs/run.ts'
import type { RunEntry } from '../runs/sync-log.ts'

/** A run's first line. */
export const pullingFrom = ({ pages }: Run['checkpoint'], since: string | null): string => {
  if (pages > 0) return `Going on after page ${pages}`
  return since ? `Pulling what changed since ${since}` : 'Pulling everything'
}

/** A run's last line. */
export function summaryOf({ direction, counts, checkpoint }: Run): Omit<RunEntry, 'at'> {
  const sentences = [
    ...(direction === 'push' ? [] : [`All ${counts.read} records are accounted for`]),
    ...(direction === 'pull' ? [] : [`The ERP has taken ${counts.pushed} records`]),
    ...(counts.rejected > 0 ? [`${counts.rejected} of them were rejected`] : []),
    ...(counts.refused > 0 ? [`${counts.refused} were refused by the ERP`] : []),
    ...(counts.conflicts > 0 ? [`${counts.conflicts} wait for a person`] : []),
  ]
  const isClean = counts.rejected + counts.refused + counts.conflicts === 0
  return { level: isClean ? 'info' : 'warn', message: sentences.join('; '), details: { ...counts, pages: checkpoint.pages } }
}
