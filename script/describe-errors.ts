import { type ErrorCode, type ErrorKind, errorCatalog, usualCauses } from '@linkspan/core'

/** For each kind: who acts, and a text on what happens, whether Linkspan retries, and where to look. */
const kinds: Readonly<Record<ErrorKind, readonly [title: string, text: string]>> = {
  request: [
    'The caller corrects the call',
    `Linkspan does not retry. A request gets this status as its answer and has changed nothing; if its input is invalid, \`errors\` says what is
wrong with each field. A run that ends with such a code keeps what it has stored. \`GET /audit-logs\` shows who called what, and from where.`,
  ],
  setup: [
    'An administrator corrects the connection',
    `Linkspan does not retry. A run ends at once in \`error\`; a connection test shows the failure at its check. \`errorDetails\` of the sync log has
the ERP's own message, and the log's entries (\`GET /erp/sync-logs/:id/entries\`) the page at which it happened; \`linkspan_syncs_total\` counts
the runs by code. Correct the connection, test it, and call \`POST /erp/sync-logs/:id/retry\`; an incremental sync continues after the last success.`,
  ],
  record: [
    "The record's owner corrects it",
    `The run goes on without the record. A rejected record is counted in \`recordsFailed\`, and listed with path, value and reason in
\`GET /erp/sync-logs/:id/rejects\`, and in \`GET /erp/rejects\` until it is accepted; a refused record shows the failure in its \`error\`. \`linkspan_sync_records_total{outcome="rejected"}\` counts
rejects. An incremental sync reads the record again after it has changed in the ERP; after a change of the mapping, \`POST
/erp/rejects/reprocess\` reads rejected records again, and a sync with \`"mode": "full"\` all of them.`,
  ],
  transient: [
    'Nobody: Linkspan retries with backoff',
    `The run waits as \`scheduled\`, and goes on from its last stored page. It retries \`settings.retryAttempts\` times, counted from the last stored
page, each time after a random delay of up to \`settings.retryDelay\` × 2ⁿ and at most an hour. Its entries say when. If the failure lasts longer, the
run ends in \`error\`; then check the ERP, the network, and \`linkspan_erp_call_duration_seconds\`.`,
  ],
  wait: [
    'Nobody: Linkspan goes on after a pause',
    `The run waits without spending an attempt and without holding a worker. Its entries say until when. It ends in \`error\` only after it has
waited for 24 hours without storing a page. Requests are answered with \`Retry-After\`.`,
  ],
  bug: ['The developers of Linkspan', 'Find the request id or run id in the logs, and report what they say.'],
}

/** Returns docs/errors.md: every error code with its causes and what to do. */
export function describeErrors(): string {
  const sections = Object.entries(kinds).map(([kind, [title, text]]) => {
    const rows = Object.entries(errorCatalog)
      .filter(([, error]) => error.kind === kind)
      .map(([code, { status, title: name, hint }]) => `| \`${code}\` | ${name} | ${status} | ${usualCauses[code as ErrorCode]} | ${hint} |`)
    return `## ${title}\n\n${text}\n\n| code | what happened | HTTP | likely causes | what to do |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Troubleshooting by error code

Every failure has a code, and every code says who acts next. The codes are the same in \`errorDetails\` of a sync log, in \`code\` of a problem
document, in the labels of metrics and in the logs of the workers. This page is generated from the catalogue in the code.
For problems that show no code, see [operations](operations.md#when-something-is-wrong).

${sections.join('\n')}`
}
