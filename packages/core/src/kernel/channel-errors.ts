import type { ErrorDefinition } from './error-kind.ts'

/** The catalogue's errors of the channels that tell people about incidents: mail and chats. */
export const channelErrors = {
  'channel.unset': {
    kind: 'setup',
    status: 409,
    title: 'No mail server is set',
    hint: 'Set SMTP_URL and MAIL_FROM for the workers, and start them again.',
  },
  'channel.unreachable': {
    kind: 'transient',
    status: 503,
    title: 'The receiver of notifications cannot be reached',
    hint: 'Linkspan tries again for a day. If this goes on, check the host name, the port, and the firewall on the way.',
  },
  'channel.unavailable': {
    kind: 'transient',
    status: 503,
    title: 'The receiver of notifications is unavailable',
    hint: 'It answered with an error that may pass. Linkspan tries again for a day; its own words are in the delivery.',
  },
  'channel.throttled': {
    kind: 'wait',
    status: 503,
    title: 'The receiver of notifications asks Linkspan to slow down',
    hint: 'Nothing to do: Linkspan tries again after the pause that it asked for.',
  },
  'channel.refused': {
    kind: 'setup',
    status: 409,
    title: 'The receiver of notifications refused the message',
    hint: 'Read its own words in the delivery. Usually an address, MAIL_FROM or the URL must be corrected.',
  },
  'channel.gone': {
    kind: 'setup',
    status: 409,
    title: 'The receiver of notifications no longer exists',
    hint: 'The webhook was deleted there, or its URL is wrong. Make a new one, and enter its URL in the notification route.',
  },
  'channel.credentials-rejected': {
    kind: 'setup',
    status: 409,
    title: 'The mail server refused the credentials',
    hint: 'Correct the user name and the password in SMTP_URL, and start the workers again.',
  },
  'channel.insecure': {
    kind: 'setup',
    status: 409,
    title: 'No secure connection to the mail server',
    hint: 'It offers no TLS, or a certificate that is not trusted. Renew the certificate, add its issuer with NODE_EXTRA_CA_CERTS, or set SMTP_URL to smtp:// without requireTLS.',
  },
  'notification.undelivered': {
    kind: 'setup',
    status: 409,
    title: 'A notification route does not deliver',
    hint: 'GET /erp/notification-routes/{id}/deliveries says why. Correct the route or its receiver, and test it.',
  },
} as const satisfies Record<string, ErrorDefinition>
