import { generalPath } from '../outbox/change-set.ts'
import type { ConflictResolution, ReconcileResult } from '../outbox/reconcile.ts'
import type { RunEntry } from '../runs/sync-log.ts'

/** What a run tells people about records that both sides write: which value was dropped, and in which form the ERP keeps a field. */
export interface MergeNotes {
  addResult(id: string, result: ReconcileResult, resolution: ConflictResolution): void
  add(message: string): void
  /** Writes the notes so far to the run's log. */
  flush(): Promise<void>
}

/** Dropped values that are told one by one; the rest is a number in the run's log. */
const maxTold = 100

export function createMergeNotes(log: (entry: Omit<RunEntry, 'at'>) => Promise<void>): MergeNotes {
  const waiting: Omit<RunEntry, 'at'>[] = []
  /** A page whose write is repeated brings the same notes again. */
  const told = new Set<string>()
  let dropped = 0

  const addOnce = (entry: Omit<RunEntry, 'at'>) => {
    if (told.has(entry.message)) return
    told.add(entry.message)
    waiting.push(entry)
  }

  return {
    addResult(id, { overridden, normalised }, resolution) {
      for (const { path, form } of normalised) {
        const field = generalPath(path)
        addOnce({ level: 'info', message: form ? `The ERP keeps ${field} ${form.keeps}` : `The ERP works ${field} out itself` })
      }
      for (const { path, erp, system, winner } of overridden) {
        if (dropped++ >= maxTold) return
        const [kept, lost] = winner === 'erp' ? ["the ERP's", "the system's"] : ["the system's", "the ERP's"]
        const message = `Both sides had changed ${path} of ${id}: ${resolution} kept ${kept} value and dropped ${lost}`
        addOnce({ level: 'warn', message, details: { recordId: id, path, erp, system, winner } })
      }
    },
    add: (message) => addOnce({ level: 'warn', message }),
    async flush() {
      for (const entry of waiting.splice(0)) await log(entry)
    },
  }
}
