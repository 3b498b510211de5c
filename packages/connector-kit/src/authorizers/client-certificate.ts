import { createSecureContext } from 'node:tls'
import { AppError } from '@linkspan/core/connector'
import type { Authorizer, TlsIdentity } from './authorizer.ts'

/** A client certificate (mutual TLS). It is shown in the TLS handshake; requests carry nothing of it. */
export const clientCertificate = (tls: TlsIdentity): Authorizer => ({ authorize() {}, secretParameters: [], tls })

/**
 * The client certificate of the credentials; none if they have none. Throws `setup.settings-invalid` if one of the two fields is missing, or
 * if they are no certificate and key that belong together.
 */
export function clientCertificates(credentials: {
  readonly clientCertificate?: string | undefined
  readonly clientKey?: string | undefined
}): readonly Authorizer[] {
  const { clientCertificate: certificate, clientKey: privateKey } = credentials
  if (certificate === undefined && privateKey === undefined) return []
  if (certificate === undefined || privateKey === undefined)
    throw new AppError('setup.settings-invalid', 'A client certificate needs both: clientCertificate and clientKey')
  try {
    createSecureContext({ cert: certificate, key: privateKey })
  } catch (cause) {
    throw new AppError('setup.settings-invalid', 'clientCertificate and clientKey are no PEM texts that belong together', { cause })
  }
  return [clientCertificate({ certificate, privateKey })]
}
