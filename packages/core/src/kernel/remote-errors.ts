import type { ErrorDefinition } from './error-kind.ts'

/** What an ERP, or the way to it, does: most of it passes by itself. */
export const remoteErrors = {
  'remote.unreachable': {
    kind: 'transient',
    status: 503,
    title: 'The ERP cannot be reached',
    hint: 'Linkspan tries again. If this goes on, check the host, the port, and the firewall between Linkspan and the ERP.',
  },
  'remote.unavailable': {
    kind: 'transient',
    status: 503,
    title: 'The ERP is unavailable',
    hint: 'The ERP answered with an error of its own. Linkspan tries again. If this goes on, ask the people who run the ERP.',
  },
  'remote.timeout': {
    kind: 'transient',
    status: 504,
    title: 'The ERP took too long',
    hint: 'Linkspan tries again. If this goes on, raise settings.timeout or lower settings.batchSize.',
  },
  'remote.cut-short': {
    kind: 'transient',
    status: 503,
    title: "The ERP's answer was cut short",
    hint: 'Linkspan asks for the same page again. If this goes on, lower settings.batchSize, and check the proxies on the way.',
  },
  'remote.cursor-repeated': {
    kind: 'transient',
    status: 503,
    title: "The ERP's paging runs in circles",
    hint: "The ERP sent the same cursor twice. Choose another paging style in the settings, or report it to the ERP's maker.",
  },
  'remote.throttled': {
    kind: 'wait',
    status: 503,
    title: 'The ERP asks Linkspan to slow down',
    hint: 'Nothing to do: the run goes on after the pause that the ERP asked for.',
  },
} as const satisfies Record<string, ErrorDefinition>
