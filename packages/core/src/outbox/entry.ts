import { z } from 'zod'

const Data = z.record(z.string(), z.unknown())

export const pushStatuses = ['pending', 'in_flight', 'uncertain', 'synced', 'conflict', 'error'] as const
export type PushStatus = (typeof pushStatuses)[number]

/** What was sent to the ERP, and has not been proven to have come to an end. */
const Sent = z.object({
  /** Which of the system's changes. */
  revision: z.int(),
  data: Data,
  /** Names its content. */
  hash: z.string(),
  /** The run's holder that sent it: another one asks the ERP first. */
  epoch: z.int(),
  runId: z.string(),
  /** The first and the latest attempt of this change, ISO 8601, UTC. */
  firstAt: z.iso.datetime(),
  at: z.iso.datetime(),
  attempts: z.int(),
})
export type Sent = z.infer<typeof Sent>

/** Why a record is not in the ERP, or not known to be. */
const PushError = z.object({ code: z.string(), message: z.string() })
export type PushError = z.infer<typeof PushError>

/**
 * What we know of a record that the system has written, beside its content: whether the ERP has it, what both last agreed on, what was
 * sent. A record that only the ERP writes has no entry.
 */
export const OutboxEntry = z.object({
  status: z.enum(pushStatuses),
  /** Where it began. */
  source: z.enum(['erp', 'system']),
  erpId: z.string().nullable(),
  erpVersion: z.string().nullable(),
  /** What the ERP keeps of ours. */
  reference: z.string(),
  /** Counts the system's changes. */
  revision: z.int(),
  /** Of the system's latest change, ISO 8601, UTC. */
  changedAt: z.iso.datetime(),
  /** What both sides were when they last agreed; null before the ERP has taken it. */
  base: z.object({ ours: Data, theirs: Data.nullable() }).nullable(),
  sent: Sent.nullable(),
  /** Whether what was pushed last has not been shown by the ERP yet. */
  isEchoAwaited: z.boolean(),
  /** Hash of what was pushed last; null where the ERP has changed it since. */
  pushed: z.string().nullable(),
  /** Hashes of what was pushed and then changed back by the ERP, oldest first. */
  turns: z.array(z.string()),
  error: PushError.nullable(),
  conflictId: z.string().nullable(),
})
export type OutboxEntry = z.infer<typeof OutboxEntry>

/** ERPs seldom keep longer references (docs/erp/sap-s4hana.md#customer-reference). */
export const maxReferenceLength = 35
