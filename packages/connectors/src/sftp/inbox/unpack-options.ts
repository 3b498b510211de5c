import type { UnpackOptions } from '@linkspan/connector-kit/files/unpack/unwrap'
import type { SftpContext } from '../context.ts'

/** What packed and encrypted files are opened with: limits for what comes out of them, and the keys of the connection. */
export function unwrappingFor({ settings, credentials, clock }: Pick<SftpContext, 'settings' | 'credentials' | 'clock'>): UnpackOptions {
  const { pgpPrivateKey, pgpPassphrase, pgpPartnerKey } = credentials
  const limits = settings.unpacking
  if (pgpPrivateKey === undefined) return { limits }
  const privateKeys = [{ armored: pgpPrivateKey, passphrase: pgpPassphrase }]
  return { limits, pgp: { privateKeys, ...(pgpPartnerKey !== undefined && { partnerKeys: [pgpPartnerKey] }), now: clock.now() } }
}
