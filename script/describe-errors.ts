import { type ErrorCode, type ErrorKind, errorCatalog } from '@linkspan/core'

/** By kind: who acts, what is seen of it, whether it is tried again, and where to look. */
const kinds: Readonly<Record<ErrorKind, readonly [title: string, text: string]>> = {
  request: [
    'The caller corrects the call',
    `Not tried again. A request is answered with this status; \`errors\` names what is wrong, path by path, and nothing was changed. A run that
ends with such a code kept what it had stored until then. Who called what, and from where, is in \`GET /audit-logs\`.`,
  ],
  setup: [
    'An administrator corrects the connection',
    `Not tried again: a run ends at once in \`error\`, a test shows it at its step. \`errorDetails\` of the sync log has the ERP's own words, the
log's entries (\`GET /erp/sync-logs/:id/entries\`) the page at which it happened; \`linkspan_syncs_total\` counts it by code. Correct it, test the
connection, and \`POST /erp/sync-logs/:id/retry\`: an incremental sync goes on where the last success ended.`,
  ],
  record: [
    "The record's owner corrects it",
    `The run goes on. A record that was read is counted in \`recordsFailed\` and listed with path, value and reason in
\`GET /erp/sync-logs/:id/rejects\`; one that was to be pushed shows it in its \`error\`. \`linkspan_sync_records_total{outcome="rejected"}\` counts
them. An incremental sync reads it again once it has changed in the ERP; after a change of the mapping, sync with \`"mode": "full"\`.`,
  ],
  transient: [
    'Nobody: it is tried again, with backoff',
    `The run waits as \`scheduled\` and goes on from its last stored page: \`settings.retryAttempts\` times, counted anew after every page, after
anything up to \`settings.retryDelay\` × 2ⁿ, an hour at most. Its entries say when. Only when it lasts does the run end in \`error\`; then look at the
ERP, the network between, and \`linkspan_erp_call_duration_seconds\`.`,
  ],
  wait: [
    'Nobody: it goes on after a pause',
    `No attempt is spent and no worker is held. The run's entries say until when it waits; only after 24 hours of this without one stored page does
it end in \`error\`. Requests are answered with \`Retry-After\`.`,
  ],
  bug: ['We', 'Look for the request id or run id in the logs, and report it.'],
}

/** For each code what is most often behind it, the most likely first. */
const causes: Readonly<Record<ErrorCode, string>> = {
  'request.malformed': 'The JSON cannot be parsed, the body is missing, a cursor was made up, or the request came too slowly.',
  'request.invalid': 'A field is missing, misspelt or of the wrong type; credentials that this connector does not know.',
  'request.unauthenticated': 'No token, a mistyped or removed key, an expired JWT, or one of another issuer or audience.',
  'request.forbidden': 'A viewer or operator does what takes more; a JWT whose `JWT_ROLE_CLAIM` names no known role.',
  'request.not-found': 'Deleted, older than the retention of logs, or an id of another kind or installation.',
  'request.conflict':
    'Somebody else works on the same thing: a sync of the same data that does something else, or a conflict decided meanwhile.',
  'request.stale': 'The connection was changed since the ETag in `If-Match` was read; sealing anew changes it too.',
  'request.too-large': 'Too many records in one write, or headers of more than 16 KiB.',
  'request.media-type': '`Content-Type: application/json` is missing: curl sends form data unless told.',
  'request.rate-limited':
    'A loop without a pause, or many callers who share one key; `RATE_LIMIT` counts by key, and by address without one.',
  'connection.not-active': 'A test failed and set the status to `error`, or a person switched it off.',
  'connection.data-type-disabled': '`settings.enabledDataTypes` was given without it.',
  'connection.not-capable': 'This connector cannot read that data type, or cannot write it.',
  'schedule.not-on-demand': 'The sync configuration has `syncOnDemand: false`, so as to spare the ERP by day.',
  'assignment.none': 'Neither the site nor its client has a connection, or `clientId` was left out.',
  'assignment.switched-off': 'The assignment excludes this data type for the site.',
  'setup.credentials-rejected':
    'The password or token expired or was changed, the account is locked, or the token server refused the client.',
  'setup.permission-missing': 'The user may log in, but lacks the role for this resource; or the ERP lets only known addresses in.',
  'setup.host-unknown': "A slip in the URL, or a name that only the ERP's own network knows.",
  'setup.address-forbidden': 'The ERP stands in your own network, or its name leads there.',
  'setup.certificate-untrusted': 'It has expired, is for another name, or its issuer is private; or the chain lacks an intermediate.',
  'setup.host-key-unconfirmed': 'A new connection by SFTP: nobody has looked at the fingerprint yet.',
  'setup.host-key-changed':
    'The server was set up anew, or stands behind several machines with a key each; or the network leads elsewhere.',
  'setup.private-key-unusable': 'A PKCS#8 key, a public key, half a key, or another passphrase than the one it was made with.',
  'setup.resource-missing': 'The base path is wrong, the service is not activated in the ERP, or an update of the ERP moved it.',
  'setup.request-refused': 'A filter or a paging parameter that this ERP does not take.',
  'setup.answer-unexpected':
    'A login page, a proxy or a maintenance page answers in place of the ERP; or the rows lie elsewhere in the answer.',
  'setup.answer-too-large': 'The ERP ignores the page size and sends everything at once.',
  'setup.redirect-refused': 'The URL is `http` or an old host name, and the ERP has moved.',
  'setup.clock-skewed': 'One of the two servers has no working NTP.',
  'setup.settings-invalid': 'Credentials do not fit `settings.authentication`, or settings were changed in the middle of a run.',
  'setup.key-missing': 'A key was taken away before `pnpm reseal`, or this worker was started with other `ENCRYPTION_KEYS` than the API.',
  'remote.unreachable': 'The ERP is down, a firewall or VPN is closed, or the name server does not answer.',
  'remote.unavailable': 'It restarts, is overloaded or under maintenance: HTTP 5xx, 408, 423 or 425.',
  'remote.timeout': 'Pages too large for the ERP, a query without an index there, or a slow line.',
  'remote.cut-short': 'A proxy between with a limit of time or size; a restart of the ERP in mid-answer.',
  'remote.cursor-repeated': 'The ERP ignores the paging parameter, or its rows do not come in the order that the paging relies on.',
  'remote.throttled':
    'Its quota is used up, perhaps by others: HTTP 429, or 503 with `Retry-After`. `settings.rateLimit` slows us down beforehand.',
  'record.invalid': 'A required field is empty, a number or date is none, or a transformation met a value that it cannot take.',
  'record.refused': "The ERP's own rules: an unknown customer or material, a closed period, a wrong price.",
  'file.unreadable': 'Another encoding, delimiter or kind of file than the settings say; a damaged or password-protected archive.',
  'file.truncated': 'The file was taken while the sender still wrote it, or its transfer broke.',
  'file.too-large': 'A full export where changes were expected; an archive that was made to fill disks.',
  'file.locked': 'It was encrypted for another key than ours, or the passphrase is wrong.',
  'file.untrusted': 'The partner encrypts without signing, or signs with a new key.',
  'push.unsettled': 'The connection broke, or a worker died, between sending a record and hearing the answer.',
  'run.cancelled': 'A person cancelled it, switched the connection off, or deleted it.',
  'run.ended': 'It came to its end just before, or was cancelled by someone else.',
  'run.interrupted': 'A deployment or a restart.',
  'run.superseded': 'The worker was frozen, or had lost Redis, for longer than its lock.',
  'run.incomplete':
    'Rows moved between pages while they were read, or the ERP counts what it does not deliver, as for want of a permission.',
  'run.too-many-deletions': 'A filter or a permission in the ERP hides records; or so many are really gone.',
  'preview.unanswered': 'No worker runs, or all have their hands full with syncs.',
  'setup.mapping-exhausting': 'An expression that loops or builds up text without end, or one that is too slow for so many records.',
  'run.worker-lost': 'Out of memory, most often: pages of huge records. It is not tried again.',
  'store.unavailable': 'Redis restarts, is full, hangs, is a replica by now, or refuses the password. The log of each process says which.',
  'identity.unavailable': 'The identity provider is down, or its address cannot be reached from here. It concerns requests, never runs.',
  'internal.bug': 'Something that we did not foresee. A run is tried again like after a transient failure, in case it was bad luck.',
}

/** Everything that can go wrong by name, for the page that people search by code. */
export function describeErrors(): string {
  const sections = Object.entries(kinds).map(([kind, [title, text]]) => {
    const rows = Object.entries(errorCatalog)
      .filter(([, error]) => error.kind === kind)
      .map(([code, { status, title: name, hint }]) => `| \`${code}\` | ${name} | ${status} | ${causes[code as ErrorCode]} | ${hint} |`)
    return `## ${title}\n\n${text}\n\n| code | what happened | HTTP | likely causes | what to do |\n|---|---|---|---|---|\n${rows.join('\n')}\n`
  })
  return `# Troubleshooting by error code

Every failure has a code, and every code says who acts next. \`errorDetails\` of a sync log, \`code\` of an HTTP problem
document, the label of a metric and the workers' logs use the same ones. This page is printed from the catalogue in the code.
For what shows no code, see [operations](operations.md#when-something-is-wrong).

${sections.join('\n')}`
}
