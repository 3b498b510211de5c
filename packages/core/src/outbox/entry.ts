import { z } from 'zod'

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
  /** The first and the latest attempt to send this revision, ISO 8601, UTC. */
  firstAt: z.iso.datetime(),
  at: z.iso.datetime(),
  attempts: z.int(),
})
export type Sent = z.infer<typeof Sent>

/** Why a record is not in the ERP, or is not known to be. */
const PushError = z.object({ code: z.string(), message: z.string() })
export type PushError = z.infer<typeof PushError>

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
  base: z.object({ ours: Data, theirs: Data.nullable() }).nullable(),
  sent: Sent.nullable(),
  /** Whether the ERP has yet to return what was pushed last. */
  isEchoAwaited: z.boolean(),
  /** Hash of what was pushed last; null once the ERP has changed it. */
  pushed: z.string().nullable(),
  /** See `revertedHashes`. */
  turns: z.array(z.string()),
  error: PushError.nullable(),
  conflictId: z.string().nullable(),
})

/**
 * What we know about a record that the system has written, besides its content: whether the ERP has it, what both sides last agreed on, and
 * what was sent. Records that only the ERP writes have no entry.
 */
export interface OutboxEntry extends Omit<z.infer<typeof StoredEntry>, 'turns'> {
  /** Hashes of content that we pushed and that the ERP changed back, oldest first. */
  readonly revertedHashes: readonly string[]
}

/** Reads an entry as it is stored: JSON in which `revertedHashes` is named `turns`. Throws if it is no entry. */
export function parseEntry(json: string): OutboxEntry {
  const { turns, ...entry } = StoredEntry.parse(JSON.parse(json))
  return { ...entry, revertedHashes: turns }
}

/** The inverse of `parseEntry`. */
export function printEntry({ revertedHashes, ...entry }: OutboxEntry): string {
  return JSON.stringify({ ...entry, turns: revertedHashes })
}

/** ERPs seldom keep longer references (docs/erp/sap-s4hana.md#customer-reference). */
export const maxReferenceLength = 35
