import { z } from 'zod'
import type { Data as RecordData } from './change-set.ts'
import type { Base } from './merge.ts'

const Data = z.record(z.string(), z.unknown())

export const pushStatuses = ['pending', 'in_flight', 'uncertain', 'synced', 'conflict', 'error'] as const
export type PushStatus = (typeof pushStatuses)[number]

/** What was sent to the ERP and has no proven outcome yet. */
const Sent = z.object({
  /** The revision of the entry that was sent. */
  revision: z.int(),
  data: Data,
  /** Of the content. */
  hash: z.string(),
  /** Of the run when it sent this: a run with another epoch asks the ERP before it sends again. */
  epoch: z.int(),
  runId: z.string(),
  /** The first and the latest attempt to send this revision, ISO 8601, UTC: when it was marked, or left later than that. */
  firstAt: z.iso.datetime(),
  at: z.iso.datetime(),
  attempts: z.int(),
})
export type Sent = z.infer<typeof Sent>

/** Why a record is not in the ERP, or is not known to be. */
const PushError = z.object({ code: z.string(), message: z.string() })
export type PushError = z.infer<typeof PushError>

/** Why a record waits for a person. */
export const conflictReasons = ['both_changed', 'back_and_forth', 'deleted_in_erp'] as const
export type ConflictReason = (typeof conflictReasons)[number]

/** What the ERP said when it accepted our latest write: its version of the record, and its clock. */
const Written = z.object({ version: z.string().nullable(), serverTime: z.iso.datetime().nullable() })
export type Written = z.infer<typeof Written>

const StoredEntry = z.object({
  status: z.enum(pushStatuses),
  /** Who created the record. */
  source: z.enum(['erp', 'system']),
  erpId: z.string().nullable(),
  erpVersion: z.string().nullable(),
  /** Our external reference, which the ERP stores with the record. */
  reference: z.string(),
  /** Grows with each change by the system. */
  revision: z.int(),
  /** Of the system's latest change, ISO 8601, UTC. */
  changedAt: z.iso.datetime(),
  /** Both sides as they were when they last agreed; null until the ERP has accepted the record. */
  base: z
    .object({
      ours: Data,
      theirs: Data.nullable(),
      /** See `Base`. Absent if there are none. */
      unconfirmed: z.array(z.string()).optional(),
    })
    .nullable(),
  sent: Sent.nullable(),
  /** Whether the ERP has yet to return what was pushed last. */
  isEchoAwaited: z.boolean(),
  /** Hash of what was pushed last; null once the ERP has changed it. */
  pushed: z.string().nullable(),
  /** See `revertedHashes`. */
  turns: z.array(z.string()),
  error: PushError.nullable(),
  conflictId: z.string().nullable(),
  conflictReason: z.enum(conflictReasons).optional(),
  written: Written.optional(),
  normalised: Data.optional(),
})

/**
 * What we know about a record that the system has written, besides its content: whether the ERP has it, what both sides last agreed on, and
 * what was sent. Records that only the ERP writes have no entry.
 */
export interface OutboxEntry extends Omit<z.infer<typeof StoredEntry>, OwnShape> {
  readonly base: Base | null
  /** Hashes of content that we pushed and that the ERP changed back, oldest first. */
  readonly revertedHashes: readonly string[]
  /** Null without a conflict. */
  readonly conflictReason: ConflictReason | null
  /** Null once the ERP has shown the record since our latest write. */
  readonly written: Written | null
  /** Values as the system wrote them, by path, that the ERP keeps in another form: written again they are nothing new. */
  readonly normalised: RecordData
}
type OwnShape = 'base' | 'turns' | 'conflictReason' | 'written' | 'normalised'

/** Reads an entry as it is stored: JSON in which `revertedHashes` is named `turns` and defaults are left out. Throws if it is no entry. */
export function parseEntry(json: string): OutboxEntry {
  const { base, turns, conflictReason = null, written = null, normalised = {}, ...entry } = StoredEntry.parse(JSON.parse(json))
  return {
    ...entry,
    base: base && { ours: base.ours, theirs: base.theirs, unconfirmed: base.unconfirmed ?? [] },
    revertedHashes: turns,
    conflictReason,
    written,
    normalised,
  }
}

/** The inverse of `parseEntry`. */
export function printEntry({ base, revertedHashes, conflictReason, written, normalised, ...entry }: OutboxEntry): string {
  return JSON.stringify({
    ...entry,
    base: base && { ours: base.ours, theirs: base.theirs, ...(base.unconfirmed.length > 0 && { unconfirmed: base.unconfirmed }) },
    turns: revertedHashes,
    ...(conflictReason !== null && { conflictReason }),
    ...(written !== null && { written }),
    ...(Object.keys(normalised).length > 0 && { normalised }),
  })
}

/** ERPs seldom keep longer references (docs/erp/sap-s4hana.md#customer-reference). */
export const maxReferenceLength = 35

/** The part of an entry that says what became of pushes, as long as there was none. */
export const neverSent = {
  sent: null,
  isEchoAwaited: false,
  pushed: null,
  revertedHashes: [],
  error: null,
  conflictId: null,
  conflictReason: null,
  written: null,
  normalised: {},
} as const satisfies Partial<OutboxEntry>
