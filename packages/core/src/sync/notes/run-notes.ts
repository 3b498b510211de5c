import { z } from 'zod'
import type { Remark } from '../../records/record.ts'
import type { Claim } from '../../runs/claim.ts'
import type { RunStore } from '../../runs/run-store.ts'
import { addNotes, addRemark, type CountedRemark, noPageNotes, type PageNotes } from './page-notes.ts'

const StoredRemark = z.object({
  path: z.string(),
  message: z.string(),
  value: z.unknown().optional(),
  isHarmless: z.boolean().optional(),
  recordId: z.string(),
  count: z.int(),
})

const Stored = z.object({
  /** The last page that is in it. */
  page: z.int(),
  rows: z.int(),
  looked: z.int(),
  known: z.int(),
  filled: z.record(z.string(), z.int()),
  remarks: z.record(z.string(), StoredRemark),
  /** Warnings about pages that are in the run's log already. */
  told: z.array(z.string()),
  /** Whether what is known of the fields is in the log. */
  isSummedUp: z.boolean(),
  /** What was not sent of pushed records, by field and message. */
  unsent: z.record(z.string(), StoredRemark).default({}),
})

/** What a run has noticed in its records so far. It is stored whenever a worker leaves the run. */
export interface RunNotes {
  readonly fields: PageNotes
  /** Adds a stored page, and returns those of its warnings that were not told before. */
  addPage(page: number, notes: PageNotes, warnings: readonly string[]): readonly string[]
  /** True the first time it is asked in a run. */
  mayBeSummedUp(): boolean
  /** Adds what was not sent of a pushed record. */
  addUnsent(recordId: string, remarks: readonly Remark[]): void
  /** What was not sent since this was asked last. */
  takeUnsent(): readonly CountedRemark[]
  save(): Promise<void>
}

/** The most different warnings about pages that one run tells. */
const maxTold = 100
const maxExampleLength = 200

/** The notes of a run as its last worker has left them. If it died, the pages since then are missing in them. */
export function openRunNotes(text: string | null, runs: Pick<RunStore, 'saveNotes'>, claim: Claim): RunNotes {
  const stored: z.infer<typeof Stored> =
    text === null ? { page: 0, ...noPageNotes(), told: [], isSummedUp: false, unsent: {} } : Stored.parse(JSON.parse(text))
  const { told, ...fields } = stored
  let { page, isSummedUp, unsent } = stored
  let isSaved = true
  return {
    fields,
    addPage(number, notes, warnings) {
      isSaved = false
      page = number
      addNotes(fields, notes)
      const untold = warnings.filter((warning) => !told.includes(warning)).slice(0, maxTold - told.length)
      told.push(...untold)
      return untold
    },
    mayBeSummedUp() {
      if (isSummedUp) return false
      isSaved = false
      isSummedUp = true
      return true
    },
    addUnsent(recordId, remarks) {
      for (const remark of remarks) addRemark({ remarks: unsent }, { ...remark, recordId, count: 1 })
      isSaved = isSaved && remarks.length === 0
    },
    takeUnsent() {
      const taken = Object.values(unsent)
      unsent = {}
      isSaved = isSaved && taken.length === 0
      return taken
    },
    async save() {
      if (isSaved) return
      const { rows, looked, known, filled, remarks } = fields
      const short = (_: string, value: unknown) => (typeof value === 'string' ? value.slice(0, maxExampleLength) : value)
      await runs.saveNotes(claim, JSON.stringify({ page, rows, looked, known, filled, remarks, told, isSummedUp, unsent }, short))
      isSaved = true
    },
  }
}
