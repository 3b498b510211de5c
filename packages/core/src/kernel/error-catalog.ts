import { channelErrors } from './channel-errors.ts'
import type { ErrorDefinition } from './error-kind.ts'
import { fileErrors } from './file-errors.ts'
import { remoteErrors } from './remote-errors.ts'
import { setupErrors } from './setup-errors.ts'
import { webhookErrors } from './webhook-errors.ts'

/**
 * Every failure that Linkspan can name, and what happens next for each.
 *
 * `kind` decides how the code reacts, `title` names the problem in a few words, and `hint` tells a person what to do.
 * A failure that is not in this table is a bug, and is reported as one.
 */
export const errorCatalog = {
  'request.malformed': {
    kind: 'request',
    status: 400,
    title: 'Malformed request',
    hint: 'Correct the request; the details say what is wrong with it.',
  },
  'request.invalid': { kind: 'request', status: 422, title: 'Invalid input', hint: 'Correct the fields that "errors" names.' },
  'request.unauthenticated': {
    kind: 'request',
    status: 401,
    title: 'Not authenticated',
    hint: 'Send "Authorization: Bearer <API key or JWT>", with a key or token that this installation accepts.',
  },
  'request.forbidden': {
    kind: 'request',
    status: 403,
    title: 'Not allowed',
    hint: 'Do what the message says. If it names a role, ask an administrator for that.',
  },
  'request.not-found': {
    kind: 'request',
    status: 404,
    title: 'Not found',
    hint: 'Check the path and the id; the item may have been deleted.',
  },
  'request.method-not-allowed': {
    kind: 'request',
    status: 405,
    title: 'Method not allowed',
    hint: 'Use one of the methods in the Allow header.',
  },
  'request.conflict': {
    kind: 'request',
    status: 409,
    title: 'Conflict',
    hint: 'Reload the item, see what has changed, and try again if you still want to.',
  },
  'request.stale': {
    kind: 'request',
    status: 412,
    title: 'Changed by someone else',
    hint: 'Someone changed this item after you read it. Reload it, and send its new ETag with your change.',
  },
  'request.too-large': { kind: 'request', status: 413, title: 'Request too large', hint: 'Split it into smaller requests.' },
  'request.media-type': { kind: 'request', status: 415, title: 'Unsupported media type', hint: 'Send application/json.' },
  'request.rate-limited': { kind: 'request', status: 429, title: 'Too many requests', hint: 'Wait for the seconds in Retry-After.' },
  'connection.not-active': {
    kind: 'request',
    status: 409,
    title: 'Connection not active',
    hint: 'Test the connection, or set its status to "active".',
  },
  'connection.circuit-open': {
    kind: 'request',
    status: 409,
    title: 'The ERP cannot be worked with at the moment',
    hint: 'Read the reason in the health of the connection. Linkspan tests the ERP by itself and goes on when it is back; POST /erp/connections/{id}/reconnect tests it now, and "force": true syncs nevertheless.',
  },
  'connection.data-type-disabled': {
    kind: 'request',
    status: 422,
    title: 'Data type not enabled',
    hint: "Add the data type to the connection's settings.enabledDataTypes.",
  },
  'connection.data-type-refused': {
    kind: 'request',
    status: 409,
    title: 'Data type cannot be read',
    hint: 'Correct what the connection test found about this data type, and test the connection again.',
  },
  'connection.not-capable': {
    kind: 'request',
    status: 422,
    title: 'Not offered by the connector',
    hint: 'Choose something that the connector can do; GET /erp/providers lists it.',
  },
  'connection.no-choices': {
    kind: 'request',
    status: 404,
    title: 'No list of values for this setting',
    hint: 'Enter the value as text; `choices` in GET /erp/providers names the settings whose values are listed.',
  },
  ...webhookErrors,
  'feed.position-unknown': {
    kind: 'request',
    status: 410,
    title: 'Unknown position in the change feed',
    hint: 'The feed began anew or went back since that position was given out, for example because a backup was restored. Discard your copy, and read the changes again from the beginning, with after=0.',
  },
  'schedule.not-on-demand': {
    kind: 'request',
    status: 409,
    title: 'Sync on demand is switched off',
    hint: 'Wait for the schedule, or set settings.syncOnDemand of the sync configuration to true.',
  },
  'assignment.none': {
    kind: 'request',
    status: 422,
    title: 'No ERP assigned',
    hint: 'Assign a connection to the site. Or assign a default connection to its client, and name the client with clientId.',
  },
  'assignment.switched-off': {
    kind: 'request',
    status: 422,
    title: 'Switched off for this site',
    hint: 'Switch the data type on in the settings of the assignment.',
  },
  ...setupErrors,
  ...remoteErrors,
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
    hint: "Read the ERP's own message and correct the record. Writing it again sends it again.",
  },
  ...fileErrors,
  'push.unsettled': {
    kind: 'wait',
    status: 503,
    title: 'Outcome of a sent record unknown',
    hint: 'A record was sent, and the ERP never answered. Linkspan first asks the ERP whether it has the record, and sends it again only if not.',
  },
  'push.doubtful-match': {
    kind: 'setup',
    status: 409,
    title: 'A record in the ERP nearly fits',
    hint: 'Compare the record in the ERP with the one that waits: if they are the same, correct the reference there; if not, give the one in the ERP a reference of its own. Then sync again.',
  },
  'run.cancelled': { kind: 'request', status: 409, title: 'Cancelled', hint: 'Start a new run when you want one.' },
  'run.ended': { kind: 'request', status: 409, title: 'The run has ended', hint: 'Start a new run.' },
  'run.interrupted': {
    kind: 'wait',
    status: 503,
    title: 'Interrupted',
    hint: 'Nothing to do: its worker was stopped, and another one goes on from the last stored page.',
  },
  'run.superseded': {
    kind: 'wait',
    status: 503,
    title: 'Taken over by another worker',
    hint: 'Nothing to do: another worker has claimed this run, and the first one writes no more.',
  },
  'run.incomplete': {
    kind: 'setup',
    status: 409,
    title: 'The figures do not add up',
    hint: 'The records read do not add up to the number that the ERP announced; the details show the balance. Start another sync; if it fails the same way, look for missing records in the ERP.',
  },
  'run.too-many-deletions': {
    kind: 'setup',
    status: 409,
    title: 'Too many records would be deleted',
    hint: 'Look at the ERP first: an empty or much shorter list usually means a fault there. If the records really are gone, raise settings.maxDeleteShare for one full sync.',
  },
  'run.too-many-rejects': {
    kind: 'setup',
    status: 409,
    title: 'Too many records were rejected',
    hint: "Read the commonest reason in the details and correct the mapping, the settings or the ERP's data. If so many records really may be left out, raise settings.maxRejectShare.",
  },
  'run.worker-lost': {
    kind: 'bug',
    status: 500,
    title: 'Workers keep dying on this run',
    hint: "Worker after worker died while it executed this run. Check the workers' memory limits and logs.",
  },
  'preview.unanswered': {
    kind: 'wait',
    status: 503,
    title: 'No worker answered in time',
    hint: 'GET /readyz says whether a worker is running. Start one, or try again when the workers are less busy.',
  },
  'store.unavailable': {
    kind: 'wait',
    status: 503,
    title: 'Redis does not answer',
    hint: 'Try again soon. Before you repeat a change, check whether it was stored: perhaps only the answer was lost.',
  },
  'store.unreadable': {
    kind: 'setup',
    status: 409,
    title: 'Stored item unreadable',
    hint: 'GET /readyz names the items that cannot be read, and how each is deleted. Delete it and enter it again, or restore a backup.',
  },
  ...channelErrors,
  'identity.unavailable': {
    kind: 'transient',
    status: 503,
    title: 'Tokens cannot be checked',
    hint: 'The server at JWT_JWKS_URL does not answer. Try again soon, or use an API key.',
  },
  'internal.bug': {
    kind: 'bug',
    status: 500,
    title: 'Internal error',
    hint: 'This is a bug in Linkspan. Report it with the request id or run id.',
  },
} as const satisfies Record<string, ErrorDefinition>

export type ErrorCode = keyof typeof errorCatalog
