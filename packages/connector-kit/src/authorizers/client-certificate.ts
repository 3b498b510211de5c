import type { Authorizer, TlsIdentity } from './authorizer.ts'

/** A client certificate (mutual TLS). It is shown in the TLS handshake; requests carry nothing of it. */
export const clientCertificate = (tls: TlsIdentity): Authorizer => ({ authorize() {}, secretParameters: [], tls })
