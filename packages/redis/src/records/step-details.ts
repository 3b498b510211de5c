import type { EntryChange } from '@linkspan/core'

/** Longer words of an ERP are cut. */
const maxMessage = 300

/** What the steps of a change say, as JSON. `runId`: of the run that makes the change; null if none does. */
export function stepDetailsOf({ entry, conflict, foundDespite }: EntryChange, runId: string | null): string {
  const { status, sent, error, reference } = entry
  const message = foundDespite ?? error?.message
  const opened = conflict && 'opens' in conflict ? conflict.opens.id : undefined
  return JSON.stringify({
    ...(runId !== null && { syncLogId: runId }),
    ...(status === 'in_flight' && sent !== null && { attempt: sent.attempts, reference }),
    ...(message !== undefined && { message: message.slice(0, maxMessage) }),
    ...(foundDespite !== undefined && { found: true }),
    ...(opened !== undefined && { conflictId: opened }),
  })
}
