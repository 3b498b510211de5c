import { AppError, certificateFault, type ErrorCode, toAppError } from '@linkspan/core/connector'

/** Where a call stood when it failed: before the ERP's answer began, or within it. */
export type Phase = 'before-answer' | 'within-answer'

const byCode: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOTFOUND: ['setup.host-unknown', 'the host name is unknown'],
  EAI_AGAIN: ['remote.unreachable', 'the name server does not answer'],
  ECONNREFUSED: ['remote.unreachable', 'the connection was refused'],
  ECONNRESET: ['remote.unreachable', 'the connection was reset'],
  ECONNABORTED: ['remote.unreachable', 'the connection was broken off'],
  EPIPE: ['remote.unreachable', 'the connection was closed'],
  ETIMEDOUT: ['remote.unreachable', 'no connection came about in time'],
  EHOSTUNREACH: ['remote.unreachable', 'there is no way to the host'],
  EHOSTDOWN: ['remote.unreachable', 'the host is down'],
  ENETUNREACH: ['remote.unreachable', 'there is no way to the network'],
  EADDRNOTAVAIL: ['remote.unreachable', 'no local address is available'],
  UND_ERR_CONNECT_TIMEOUT: ['remote.unreachable', 'no connection came about in time'],
  UND_ERR_ABORTED: ['remote.unreachable', 'the proxy does not open a connection to the host'],
  UND_ERR_SOCKET: ['remote.unreachable', 'the connection was closed'],
  UND_ERR_DESTROYED: ['run.interrupted', 'the session was closed'],
  UND_ERR_CLOSED: ['run.interrupted', 'the session was closed'],
  UND_ERR_HEADERS_OVERFLOW: ['setup.answer-too-large', "the answer's headers are too large"],
  UND_ERR_INVALID_ARG: ['setup.settings-invalid', 'a header or the path has a character that HTTP does not allow'],
  ERR_SSL_WRONG_VERSION_NUMBER: ['setup.answer-unexpected', 'this port does not speak TLS'],
  ERR_SSL_TLSV1_ALERT_NO_APPLICATION_PROTOCOL: [
    'setup.protocol-unsupported',
    'the server speaks HTTP/2 only, and Linkspan speaks HTTP/1.1',
  ],
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: ['setup.protocol-unsupported', 'the server does not speak TLS 1.2 or 1.3'],
  ERR_SSL_UNSUPPORTED_PROTOCOL: ['setup.protocol-unsupported', 'the server speaks an old version of TLS only'],
  ERR_SSL_VERSION_TOO_LOW: ['setup.protocol-unsupported', 'the server speaks an old version of TLS only'],
  ERR_SSL_NO_SHARED_CIPHER: ['setup.protocol-unsupported', 'the server and Linkspan have no cipher in common'],
  ERR_SSL_DH_KEY_TOO_SMALL: ['setup.protocol-unsupported', 'the key that the server uses for TLS is too short'],
  ERR_SSL_EE_KEY_TOO_SMALL: ['setup.protocol-unsupported', 'the key of the certificate is too short'],
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: [
    'setup.protocol-unsupported',
    'the server ended the TLS handshake: it may want a client certificate, or another version of TLS',
  ],
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: ['setup.protocol-unsupported', 'the server wants a client certificate'],
  ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE: ['setup.protocol-unsupported', 'the server refuses the client certificate, or wants one'],
  ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN: ['setup.protocol-unsupported', 'the server does not know the client certificate'],
  ERR_SSL_PACKET_LENGTH_TOO_LONG: ['setup.answer-unexpected', 'this port does not speak TLS'],
}

const certificate =
  /^(CERT_|ERR_TLS_|ERR_SSL_|DEPTH_ZERO_SELF_SIGNED_CERT$|SELF_SIGNED_CERT_IN_CHAIN$|UNABLE_TO_|HOSTNAME_MISMATCH$|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$)/

/** Whether an error code of Node or OpenSSL is about a certificate. */
export const isCertificateError = (code: string): boolean => certificate.test(code)

function codeOf(thrown: unknown): string {
  const code = (thrown as { readonly code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

/** A failure of the network, of TLS or of HTTP itself as one of the catalogue. `place` is method and path. */
export function toNetworkError(thrown: unknown, phase: Phase, place: string): AppError {
  if (thrown instanceof AppError) return thrown
  const code = codeOf(thrown)
  const known = byCode[code]
  const failure = (error: ErrorCode, words: string) =>
    new AppError(error, `${place}: ${words}`, { cause: thrown, details: { request: place, ...(code && { code }) } })

  if (known && (phase === 'before-answer' || known[0] === 'setup.protocol-unsupported')) return failure(...known)
  if (isCertificateError(code)) {
    const fault = certificateFault(code)
    return failure('setup.certificate-untrusted', `the certificate ${fault === null ? '' : `${fault}, so it `}is not trusted (${code})`)
  }
  if (known?.[0] === 'run.interrupted') return failure(...known)
  if (code.startsWith('HPE_')) return failure('setup.answer-unexpected', `the answer is not HTTP (${code})`)
  if (phase === 'within-answer' && code !== '') return failure('remote.cut-short', 'the connection broke within the answer')
  return /^E[A-Z]+$/.test(code) ? failure('remote.unreachable', code) : toAppError(thrown)
}
