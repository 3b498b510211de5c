import type { OpenReject } from '../../api/names.ts'

/** Rejects whose first fault is the same. */
export interface Reason {
  readonly path: string
  readonly reason: string
  readonly rejects: readonly OpenReject[]
}

/** One reject of each data type of a connection, in the order in which they appear. */
export function streamsOf(rejects: readonly OpenReject[]): readonly OpenReject[] {
  const streams = new Map<string, OpenReject>()
  for (const reject of rejects) {
    const name = `${reject.connectionId} ${reject.dataType}`
    if (!streams.has(name)) streams.set(name, reject)
  }
  return [...streams.values()]
}

/** Puts rejects together by their first fault, in the order in which the faults appear. */
export function byReason(rejects: readonly OpenReject[]): readonly Reason[] {
  const reasons = new Map<string, Reason & { readonly rejects: OpenReject[] }>()
  for (const reject of rejects) {
    const [{ path, message } = { path: '', message: '' }] = reject.errors
    const name = JSON.stringify([path, message])
    const reason = reasons.get(name) ?? { path, reason: message, rejects: [] }
    reason.rejects.push(reject)
    reasons.set(name, reason)
  }
  return [...reasons.values()]
}
