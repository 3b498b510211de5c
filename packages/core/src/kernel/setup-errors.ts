import type { ErrorDefinition } from './error-kind.ts'

/** What an administrator corrects in a connection, or in the ERP behind it. */
export const setupErrors = {
  'setup.credentials-rejected': {
    kind: 'setup',
    status: 409,
    title: 'The ERP refused the credentials',
    hint: 'Open the connection, enter new credentials and test it.',
  },
  'setup.permission-missing': {
    kind: 'setup',
    status: 409,
    title: 'The ERP denied access',
    hint: 'Ask the ERP administrator to grant this user access to the resource.',
  },
  'setup.host-unknown': { kind: 'setup', status: 409, title: 'Host name unknown', hint: "Check the host name in the connection's URL." },
  'setup.address-forbidden': {
    kind: 'setup',
    status: 409,
    title: 'Address not allowed',
    hint: 'The host is a loopback, link-local or private address. Set OUTBOUND_ALLOW_PRIVATE=true where such ERPs are meant to be reached.',
  },
  'setup.certificate-untrusted': {
    kind: 'setup',
    status: 409,
    title: 'Certificate not trusted',
    hint: "Renew the ERP's certificate, or make its issuer known with NODE_EXTRA_CA_CERTS.",
  },
  'setup.host-key-unconfirmed': {
    kind: 'setup',
    status: 409,
    title: 'Host key not confirmed',
    hint: "Ask the server's operator for its fingerprint, compare the two, and save it in the connection. Until then nothing is read.",
  },
  'setup.host-key-changed': {
    kind: 'setup',
    status: 409,
    title: 'Host key changed',
    hint: "Ask the server's operator. If the key was changed, save the new fingerprint; if not, somebody stands between you and the server.",
  },
  'setup.private-key-unusable': {
    kind: 'setup',
    status: 409,
    title: 'Private key cannot be used',
    hint: 'Enter a private key in OpenSSH or PEM format, and its passphrase where it is encrypted.',
  },
  'setup.resource-missing': {
    kind: 'setup',
    status: 409,
    title: 'The ERP does not know this resource',
    hint: "Check the URL and the path of this data type in the connection's settings.",
  },
  'setup.request-refused': {
    kind: 'setup',
    status: 409,
    title: 'The ERP refused the request',
    hint: "Read the ERP's own words in the details and correct the connection's settings.",
  },
  'setup.answer-unexpected': {
    kind: 'setup',
    status: 409,
    title: 'The ERP answered something else',
    hint: 'An HTML page often means a login form or a proxy: check the URL. Else check rows and path in the settings.',
  },
  'setup.answer-too-large': {
    kind: 'setup',
    status: 409,
    title: "The ERP's answer is too large",
    hint: 'Lower settings.batchSize, or raise settings.maxResponseBytes.',
  },
  'setup.redirect-refused': {
    kind: 'setup',
    status: 409,
    title: 'The ERP redirects elsewhere',
    hint: 'Credentials are never sent to another origin. Enter the final URL in the connection.',
  },
  'setup.clock-skewed': {
    kind: 'setup',
    status: 409,
    title: 'The clocks do not agree',
    hint: 'Set the clocks of both servers by NTP: tokens and change times depend on them.',
  },
  'setup.settings-invalid': { kind: 'setup', status: 409, title: 'Settings do not fit', hint: "Correct the connection's settings." },
  'setup.mapping-exhausting': {
    kind: 'setup',
    status: 409,
    title: 'An expression takes too much',
    hint: 'Simplify the jsonata transformation, or take another operation; POST /erp/connections/{id}/preview shows what it does.',
  },
  'setup.key-missing': {
    kind: 'setup',
    status: 409,
    title: 'Credentials cannot be opened',
    hint: 'The key they were sealed with is not in ENCRYPTION_KEYS. Add it, or enter the credentials anew.',
  },
} as const satisfies Record<string, ErrorDefinition>
