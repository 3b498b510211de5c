import type { ERPSyncLog } from '@linkspan/client'

export interface SupportFacts {
  readonly run: ERPSyncLog
  readonly requestId: string | null
  readonly connectionName: string
  readonly address: string
}

/** All that somebody who helps needs to know about a run, as text: always in English, and only what the API shows to anybody. */
export function supportText({ run, requestId, connectionName, address }: SupportFacts): string {
  const { errorDetails: error, balance } = run
  const lines = (balance?.lines ?? []).map(({ name, count, parts, closes }) => {
    const sum = parts ? ` = ${parts.map((part) => `${part.name} ${part.count ?? '-'}`).join(' + ')}` : ''
    return `  ${name} ${count ?? '-'}${sum}${closes === undefined ? '' : closes ? ' (ok)' : ' (does not hold)'}`
  })
  return [
    `Run ${run.id}`,
    `Request ${requestId ?? '-'}`,
    `Page ${address}`,
    `Connection ${connectionName} (${run.erpConnectionId})`,
    `What ${run.dataType}, ${run.direction}, ${run.mode}, by ${run.trigger}${run.dryRun ? ', dry run' : ''}`,
    `State ${run.status}, attempts ${run.attempts}`,
    `From ${run.startedAt} to ${run.completedAt ?? '-'}`,
    ...(error ? [`Error ${error.code}: ${run.errorMessage ?? error.message}`, `Hint ${error.hint}`] : []),
    `Balance ${balance === undefined ? 'not kept' : balance.closes === undefined ? 'open' : balance.closes ? 'closes' : 'does not close'}` +
      (balance?.missing ? `, ${balance.missing} missing` : ''),
    ...lines,
    '',
  ].join('\n')
}
