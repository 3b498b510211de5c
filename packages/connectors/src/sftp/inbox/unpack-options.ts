import type { UnpackOptions } from '@linkspan/connector-kit/files/unpack/unwrap'
import type { SftpContext } from '../context.ts'

/** How to open packed and encrypted files: the limits of the settings, and the PGP keys of the connection. */
export function unpackOptionsFor({ settings, credentials, clock }: Pick<SftpContext, 'settings' | 'credentials' | 'clock'>): UnpackOptions {
  const { pgpPrivateKey, pgpPassphrase, pgpPartnerKey } = credentials
  const limits = settings.unpacking
  if (pgpPrivateKey === undefined) return { limits }
  const privateKeys = [{ armored: pgpPrivateKey, passphrase: pgpPassphrase }]
  return { limits, pgp: { privateKeys, ...(pgpPartnerKey !== undefined && { partnerKeys: [pgpPartnerKey] }), now: clock.now() } }
}
