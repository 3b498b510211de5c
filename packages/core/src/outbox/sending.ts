import type { AcceptedRecord, OutgoingRecord } from '../connector/connector.ts'
import { changesBetween, type Data, fieldOf } from './change-set.ts'
import type { OutboxEntry, PushError } from './entry.ts'

/** Who sends. */
export interface Sender {
  readonly runId: string
  readonly epoch: number
}

/** The intent, which is stored before the ERP hears of it. */
export function aboutToSend(
  entry: OutboxEntry,
  { data, hash }: { readonly data: Data; readonly hash: string },
  sender: Sender,
  at: Date,
): OutboxEntry {
  const now = at.toISOString()
  const isAgain = entry.sent !== null && entry.sent.revision === entry.revision
  const sent = {
    revision: entry.revision,
    data,
    hash,
    epoch: sender.epoch,
    runId: sender.runId,
    firstAt: isAgain && entry.sent ? entry.sent.firstAt : now,
    at: now,
    attempts: isAgain && entry.sent ? entry.sent.attempts + 1 : 1,
  }
  return { ...entry, status: 'in_flight', sent, error: null }
}

/** What a connector is given. What the ERP has already is not sent again. */
export function toOutgoing(id: string, entry: OutboxEntry): OutgoingRecord {
  const { sent, base, erpId, reference, erpVersion } = entry
  const data = sent?.data ?? {}
  const changed = erpId === null || base === null ? null : [...new Set([...changesBetween(base.ours, data).keys()].map(fieldOf))]
  return {
    id,
    erpId,
    reference,
    idempotencyKey: erpId === null ? reference : `${reference}-${sent?.revision ?? entry.revision}`,
    data,
    changed,
    erpVersion,
    sentAt: sent?.firstAt ?? null,
  }
}

/** It never left: as if nothing had been. */
export const notSent = (entry: OutboxEntry, before: OutboxEntry): OutboxEntry => ({ ...entry, status: 'pending', sent: before.sent })

/** The ERP refused it for good. Something newer that the system wrote meanwhile may be better. */
export const refused = (entry: OutboxEntry, message: string): OutboxEntry =>
  entry.sent !== null && entry.revision > entry.sent.revision
    ? { ...entry, status: 'pending', sent: null }
    : { ...entry, status: 'error', sent: null, error: { code: 'record.refused', message } }

/** Nobody knows yet what became of it. */
export const uncertain = (entry: OutboxEntry, { code, message }: PushError): OutboxEntry => ({
  ...entry,
  status: 'uncertain',
  error: { code, message },
})

/** The ERP has it under this id. */
export const withTaken = (entry: OutboxEntry, { erpId, erpVersion }: AcceptedRecord): OutboxEntry => ({
  ...entry,
  erpId,
  erpVersion: erpVersion ?? entry.erpVersion,
})

/**
 * From when on the ERP's "there is no such record" is believed of something that was sent: an answer may be late, and its effect even
 * later, but not later than the ERP is ever waited for. In milliseconds since 1970.
 */
export const lookupReliableAt = ({ sent }: OutboxEntry, timeoutMs: number): number =>
  sent === null ? 0 : Date.parse(sent.at) + timeoutMs + settleMarginMs

const settleMarginMs = 1000

/** The ERP surely does not have what was sent: it may be sent again, unless that was tried often enough. */
export function missing(entry: OutboxEntry, { code, message }: PushError, maxAttempts: number): OutboxEntry {
  const attempts = entry.sent?.attempts ?? 0
  if (attempts < maxAttempts) return { ...entry, status: 'pending' }
  const what = entry.erpId === null ? 'it' : 'this change'
  const words = `Sent ${attempts} times, and the ERP does not have ${what}. At last: ${message}`
  return { ...entry, status: 'error', sent: null, error: { code, message: words } }
}
