import type { AcceptedRecord, OutgoingRecord } from '../connector/sink.ts'
import { changesBetween, type Data, fieldOf } from './change-set.ts'
import type { OutboxEntry, PushError } from './entry.ts'

/** The run, and its epoch, that sends a record. */
export interface Sender {
  readonly runId: string
  readonly epoch: number
}

/** The entry that is stored before the record is sent: it is in flight. */
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

/** What the connector gets to send. For a record that the ERP already has, `changed` names the fields that differ from what it has. */
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

/** The record was never sent: it waits again, as before the attempt. */
export const notSent = (entry: OutboxEntry, before: OutboxEntry): OutboxEntry => ({ ...entry, status: 'pending', sent: before.sent })

/** The ERP refused the record for good. If the system has changed it since, that newer revision is tried. */
export const refused = (entry: OutboxEntry, message: string): OutboxEntry =>
  entry.sent !== null && entry.revision > entry.sent.revision
    ? { ...entry, status: 'pending', sent: null }
    : { ...entry, status: 'error', sent: null, error: { code: 'record.refused', message } }

/**
 * The entry of a record whose request left at this time at the latest. Records that are in flight together are sent one after the other, so one
 * may leave long after it was marked.
 */
export function leftBy(entry: OutboxEntry, time: Date): OutboxEntry {
  const { sent } = entry
  return sent === null || Date.parse(sent.at) >= time.getTime() ? entry : { ...entry, sent: { ...sent, at: time.toISOString() } }
}

/** The record was sent, and whether the ERP has accepted it is unknown. */
export const uncertain = (entry: OutboxEntry, { code, message }: PushError): OutboxEntry => ({
  ...entry,
  status: 'uncertain',
  error: { code, message },
})

/** The ERP has accepted our write: the record has this id, and this version at this time by the ERP's clock. */
export const withErpId = (entry: OutboxEntry, { erpId, erpVersion, serverTime }: AcceptedRecord): OutboxEntry => ({
  ...entry,
  erpId,
  erpVersion: erpVersion ?? entry.erpVersion,
  written: { version: erpVersion, serverTime: serverTime ?? null },
})

/**
 * From when a look-up that does not find the sent record can be trusted, in milliseconds since 1970. Until then the request may still be
 * under way: it can take effect as late as the longest time we wait for the ERP.
 */
export const lookupReliableAt = ({ sent }: OutboxEntry, timeoutMs: number): number =>
  sent === null ? 0 : Date.parse(sent.at) + timeoutMs + settleMarginMs

const settleMarginMs = 1000

/** The ERP does not have what was sent. The record waits to be sent again, or ends in an error after `maxAttempts`. */
export function missing(entry: OutboxEntry, { code, message }: PushError, maxAttempts: number): OutboxEntry {
  const attempts = entry.sent?.attempts ?? 0
  if (attempts < maxAttempts) return { ...entry, status: 'pending' }
  const what = entry.erpId === null ? 'the record' : 'the change'
  const words = `Sent ${attempts} times, but the ERP does not have ${what}. Last error: ${message}`
  return { ...entry, status: 'error', sent: null, error: { code, message: words } }
}
