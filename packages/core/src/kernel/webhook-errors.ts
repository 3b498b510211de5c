import type { ErrorDefinition } from './error-kind.ts'

/** The catalogue's errors for events that an ERP sends. */
export const webhookErrors = {
  'webhook.unproven': {
    kind: 'request',
    status: 401,
    title: 'Event not proven',
    hint: 'Enter the same secret in the ERP and in credentials.webhookSecret of the connection, and compare settings.webhook with what the ERP sends.',
  },
  'webhook.replayed': {
    kind: 'request',
    status: 409,
    title: 'Event taken before',
    hint: 'Nothing to do: the first one has started a sync.',
  },
  'webhook.unknown-type': {
    kind: 'request',
    status: 422,
    title: 'Event of no known kind',
    hint: 'Say in settings.webhook what the events are about: `dataType`, or `path` and `map`.',
  },
} as const satisfies Record<string, ErrorDefinition>
