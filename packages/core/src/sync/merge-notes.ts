import { generalPath } from '../outbox/change-set.ts'
import { formInWords } from '../outbox/erp-form.ts'
import type { Normalised } from '../outbox/merge.ts'
import type { ConflictResolution, ReconcileResult } from '../outbox/reconcile.ts'
import type { RunEntry } from '../runs/sync-log.ts'

/** What a run tells people about records that both sides write: which value was dropped, and in which form the ERP keeps a field. */
export interface MergeNotes {
  addResult(id: string, result: ReconcileResult, resolution: ConflictResolution): void
  add(message: string): void
  /** Writes the notes so far to the run's log. */
  flush(): Promise<void>
}

const closeCall = '. The two times are closer than the clocks of both sides can be compared'

/** Dropped values that are told one by one; the rest is a number in the run's log. */
const maxTold = 100

export interface MergeNotePorts {
  readonly log: (entry: Omit<RunEntry, 'at'>) => Promise<void>
  /** Keeps what an ERP does to fields, beyond the run. */
  readonly learn: (found: readonly Normalised[]) => Promise<void>
}

export function createMergeNotes({ log, learn }: MergeNotePorts): MergeNotes {
  const waiting: Omit<RunEntry, 'at'>[] = []
  const learnt = new Map<string, Normalised>()
  /** A page whose write is repeated brings the same notes again. */
  const told = new Set<string>()
  let dropped = 0

  const addOnce = (entry: Omit<RunEntry, 'at'>) => {
    if (told.has(entry.message)) return
    told.add(entry.message)
    waiting.push(entry)
  }

  return {
    addResult(id, { overridden, normalised, isCloseCall }, resolution) {
      for (const one of normalised) {
        const field = generalPath(one.path)
        learnt.set(field, one)
        addOnce({ level: 'info', message: formInWords(field, one.form) })
      }
      for (const { path, erp, system, winner } of overridden) {
        if (dropped++ >= maxTold) return
        const [kept, lost] = winner === 'erp' ? ["the ERP's", "the system's"] : ["the system's", "the ERP's"]
        const message = `Both sides had changed ${path} of ${id}: ${resolution} kept ${kept} value and dropped ${lost}${isCloseCall ? closeCall : ''}`
        addOnce({ level: 'warn', message, details: { recordId: id, path, erp, system, winner } })
      }
    },
    add: (message) => addOnce({ level: 'warn', message }),
    async flush() {
      for (const entry of waiting.splice(0)) await log(entry)
      if (learnt.size > 0) await learn([...learnt.values()])
      learnt.clear()
    },
  }
}
