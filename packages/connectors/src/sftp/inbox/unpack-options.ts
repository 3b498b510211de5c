import type { UnpackOptions } from '@linkspan/connector-kit/files/unpack/unwrap'
import type { SftpContext } from '../context.ts'

/** How to open packed and encrypted files: the limits of the settings, and the PGP keys of the connection. */
export function unpackOptionsFor({
  settings,
  credentials,
  clock,
  outbound,
  signal,
}: Pick<SftpContext, 'settings' | 'credentials' | 'clock' | 'outbound' | 'signal'>): UnpackOptions {
  const { pgpPrivateKey, pgpPassphrase, pgpPartnerKey } = credentials
  const shared = { limits: settings.unpacking, ...(outbound.answerBytes && { budget: { bytes: outbound.answerBytes, signal } }) }
  if (pgpPrivateKey === undefined) return shared
  const privateKeys = [{ armored: pgpPrivateKey, passphrase: pgpPassphrase }]
  return { ...shared, pgp: { privateKeys, ...(pgpPartnerKey !== undefined && { partnerKeys: [pgpPartnerKey] }), now: clock.now() } }
}
