import type { ErrorDefinition } from './error-kind.ts'

/** The catalogue's errors that an administrator corrects, in the connection or in its ERP. */
export const setupErrors = {
  'setup.credentials-rejected': {
    kind: 'setup',
    status: 409,
    title: 'The ERP refused the credentials',
    hint: 'Enter new credentials in the connection, and test it.',
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
    hint: 'The host is a loopback, link-local or private address. If connections may reach such addresses, set OUTBOUND_ALLOW_PRIVATE=true.',
  },
  'setup.certificate-untrusted': {
    kind: 'setup',
    status: 409,
    title: 'Certificate not trusted',
    hint: "Renew the ERP's certificate, or add its issuer with NODE_EXTRA_CA_CERTS.",
  },
  'setup.certificate-ends': {
    kind: 'setup',
    status: 409,
    title: 'The certificate of the ERP ends soon',
    hint: 'Ask the people who run the ERP to renew it. Syncs work until it ends, and fail from then on.',
  },
  'setup.protocol-unsupported': {
    kind: 'setup',
    status: 409,
    title: 'No common protocol',
    hint: 'Ask the people who run the ERP to allow HTTP/1.1 over TLS 1.2 or 1.3. If it wants a client certificate, enter one if the connector takes it.',
  },
  'setup.ssh-algorithms': {
    kind: 'setup',
    status: 409,
    title: 'No common SSH algorithm',
    hint: 'Ask the operator of the server to allow current algorithms. Until then, set settings.legacyAlgorithms to true: it allows the old ones, such as diffie-hellman-group14-sha1, which are less secure.',
  },
  'setup.not-ssh': {
    kind: 'setup',
    status: 409,
    title: 'Not an SSH server',
    hint: 'Check the host and the port: SFTP usually has port 22. FTP and FTPS (ports 21 and 990) are other protocols, and are not supported.',
  },
  'setup.host-key-unconfirmed': {
    kind: 'setup',
    status: 409,
    title: 'Host key not confirmed',
    hint: "Ask the server's operator for its fingerprint, compare it with the one shown, and save it in the connection. Until then nothing is read.",
  },
  'setup.host-key-changed': {
    kind: 'setup',
    status: 409,
    title: 'Host key changed',
    hint: "Ask the server's operator whether the key was replaced. If so, save the new fingerprint. If not, someone may be intercepting the connection.",
  },
  'setup.private-key-unusable': {
    kind: 'setup',
    status: 409,
    title: 'Private key cannot be used',
    hint: 'Enter a private key in OpenSSH or traditional PEM format (not PKCS#8), and its passphrase if it is encrypted.',
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
    hint: "Read the ERP's own message in the details, and correct the connection's settings.",
  },
  'setup.answer-unexpected': {
    kind: 'setup',
    status: 409,
    title: 'Unexpected answer from the ERP',
    hint: 'An HTML page usually comes from a login form or a proxy: check the URL. Otherwise check the path and the rows in the settings.',
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
    title: 'The ERP redirects to another server',
    hint: 'Linkspan never sends credentials to another origin. Enter the final URL in the connection.',
  },
  'setup.clock-skewed': {
    kind: 'setup',
    status: 409,
    title: 'The clocks do not agree',
    hint: 'Synchronise the clocks of both servers with NTP: tokens and change times depend on them.',
  },
  'setup.settings-invalid': { kind: 'setup', status: 409, title: 'Invalid settings', hint: "Correct the connection's settings." },
  'setup.mapping-exhausting': {
    kind: 'setup',
    status: 409,
    title: 'An expression takes too much time or memory',
    hint: 'Simplify the jsonata transformation, or use another operation; POST /erp/connections/{id}/preview shows what it does.',
  },
  'setup.key-missing': {
    kind: 'setup',
    status: 409,
    title: 'Credentials cannot be opened',
    hint: 'The key that sealed them is not in ENCRYPTION_KEYS. Add it, or enter the credentials again.',
  },
} as const satisfies Record<string, ErrorDefinition>
