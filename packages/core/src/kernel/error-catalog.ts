import type { ErrorDefinition } from './error-kind.ts'
import { fileErrors } from './file-errors.ts'
import { setupErrors } from './setup-errors.ts'

/**
 * Every failure this platform can name, and what happens next for each.
 *
 * `kind` decides the machine's reaction, `title` is the short name of the problem, `hint` is what an
 * administrator reads. A failure that is not in this table is a bug, and is reported as one.
 */
export const errorCatalog = {
  'request.malformed': { kind: 'request', status: 400, title: 'Malformed request', hint: 'Correct the request as the details say.' },
  'request.invalid': { kind: 'request', status: 422, title: 'Invalid input', hint: 'Correct the fields named in the errors.' },
  'request.unauthenticated': {
    kind: 'request',
    status: 401,
    title: 'Not authenticated',
    hint: 'Send "Authorization: Bearer <API key or JWT>" with a key of this installation.',
  },
  'request.forbidden': { kind: 'request', status: 403, title: 'Not allowed', hint: 'Ask an administrator for a higher role.' },
  'request.not-found': { kind: 'request', status: 404, title: 'Not found', hint: 'Check the identifier; the item may have been deleted.' },
  'request.conflict': { kind: 'request', status: 409, title: 'Conflict', hint: 'Reload the item and decide again.' },
  'request.stale': {
    kind: 'request',
    status: 412,
    title: 'Changed meanwhile',
    hint: 'Someone changed this first. Reload and send the new ETag.',
  },
  'request.too-large': { kind: 'request', status: 413, title: 'Request too large', hint: 'Send less at once.' },
  'request.media-type': { kind: 'request', status: 415, title: 'Unsupported media type', hint: 'Send application/json.' },
  'request.rate-limited': { kind: 'request', status: 429, title: 'Too many requests', hint: 'Wait as long as Retry-After says.' },
  'connection.not-active': {
    kind: 'request',
    status: 409,
    title: 'Connection not active',
    hint: 'Test the connection, or set its status to "active".',
  },
  'connection.data-type-disabled': {
    kind: 'request',
    status: 422,
    title: 'Data type not enabled',
    hint: "Add the data type to the connection's settings.enabledDataTypes.",
  },
  'connection.not-capable': {
    kind: 'request',
    status: 422,
    title: 'Not offered by the connector',
    hint: 'GET /erp/providers lists what each connector can do.',
  },
  'schedule.not-on-demand': {
    kind: 'request',
    status: 409,
    title: 'Not to be synced on demand',
    hint: 'Wait for its schedule, or set settings.syncOnDemand of the sync configuration to true.',
  },
  'assignment.none': {
    kind: 'request',
    status: 422,
    title: 'No ERP assigned',
    hint: 'Assign a connection to the site, or a default one to its client, and name the client with clientId.',
  },
  'assignment.switched-off': {
    kind: 'request',
    status: 422,
    title: 'Switched off for this site',
    hint: 'Switch the data type on in the settings of the assignment.',
  },
  ...setupErrors,
  'remote.unreachable': {
    kind: 'transient',
    status: 503,
    title: 'The ERP cannot be reached',
    hint: 'We try again. If it lasts, check host, port and the firewall between us and the ERP.',
  },
  'remote.unavailable': { kind: 'transient', status: 503, title: 'The ERP is unavailable', hint: 'It failed to answer. We try again.' },
  'remote.timeout': {
    kind: 'transient',
    status: 504,
    title: 'The ERP took too long',
    hint: 'We try again. If it lasts, raise settings.timeout or lower settings.batchSize.',
  },
  'remote.cut-short': { kind: 'transient', status: 503, title: "The ERP's answer was cut short", hint: 'We ask for the same page again.' },
  'remote.cursor-repeated': {
    kind: 'transient',
    status: 503,
    title: "The ERP's paging goes in circles",
    hint: "The same page position came twice. Choose another paging style in the settings, or tell the ERP's maker.",
  },
  'remote.throttled': {
    kind: 'wait',
    status: 503,
    title: 'The ERP asks us to slow down',
    hint: 'The run goes on after the pause that the ERP asked for.',
  },
  'record.invalid': {
    kind: 'record',
    status: 422,
    title: 'Invalid record',
    hint: 'Correct this record in the ERP, or adjust the mapping.',
  },
  'record.refused': {
    kind: 'record',
    status: 422,
    title: 'The ERP refused the record',
    hint: "Read the ERP's own words, correct the record and write it again: it is then sent again.",
  },
  ...fileErrors,
  'push.unsettled': {
    kind: 'wait',
    status: 503,
    title: 'Fate of a record unknown',
    hint: 'A record was sent and never answered. The ERP is asked for it again soon; only then it is sent again, so that none is there twice.',
  },
  'run.cancelled': { kind: 'request', status: 409, title: 'Cancelled', hint: 'Start a new run when you are ready.' },
  'run.ended': { kind: 'request', status: 409, title: 'The run has ended', hint: 'Start a new run.' },
  'run.interrupted': {
    kind: 'wait',
    status: 503,
    title: 'Interrupted',
    hint: 'The worker was stopped. The run goes on from its last stored page.',
  },
  'run.superseded': {
    kind: 'wait',
    status: 503,
    title: 'Taken over',
    hint: 'Another worker holds this run now; this one wrote nothing more.',
  },
  'run.incomplete': {
    kind: 'setup',
    status: 409,
    title: 'The balance does not close',
    hint: 'What was read does not add up to what the ERP announced. Nothing is reported as success; see the balance in the details.',
  },
  'run.too-many-deletions': {
    kind: 'setup',
    status: 409,
    title: 'Too much would be deleted',
    hint: 'Look at the ERP: an empty or halved list is mostly a fault of its own. Where it is meant, raise settings.maxDeleteShare for one full sync.',
  },
  'run.worker-lost': {
    kind: 'bug',
    status: 500,
    title: 'Workers died on this run',
    hint: "The run ended its worker again and again. Look at memory limits and the workers' logs.",
  },
  'preview.unanswered': {
    kind: 'wait',
    status: 503,
    title: 'No worker had time',
    hint: 'GET /readyz tells whether a worker runs. Start one, or try again when less is to do.',
  },
  'store.unavailable': {
    kind: 'wait',
    status: 503,
    title: 'Redis is away',
    hint: 'Try again soon. Look before you repeat a change: it may have been stored, and only the answer got lost.',
  },
  'identity.unavailable': {
    kind: 'transient',
    status: 503,
    title: 'Tokens cannot be checked',
    hint: 'The server behind JWT_JWKS_URL does not answer. Try again soon, or use an API key.',
  },
  'internal.bug': { kind: 'bug', status: 500, title: 'Internal error', hint: 'This is our fault. Report the request id or run id.' },
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof errorCatalog
