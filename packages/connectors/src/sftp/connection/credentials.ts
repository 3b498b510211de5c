import { secret } from '@linkspan/core/connector'
import { z } from 'zod'

const Host = z
  .string()
  .trim()
  .regex(
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\[?[0-9A-Fa-f:.]+\]?)$/,
    'must be a host name or an address, without sftp:// or a port',
  )

/** Absolute, or relative to the folder in which the account starts. */
const RemotePath = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine((path) => !path.split('/').includes('..') && !path.includes('\0'), 'must not contain ".."')

/** How to reach an SFTP server. */
export const SftpCredentials = z.object({
  sftpHost: Host.describe('Host name or address.'),
  sftpPort: z.coerce.number().int().min(1).max(65_535).default(22),
  sftpUsername: z.string().trim().min(1),
  sftpPassword: secret(z.string().min(1)).optional(),
  sftpPrivateKey: secret(z.string().min(1)).optional().describe('The whole text of the key file, OpenSSH or PEM.'),
  sftpPassphrase: secret(z.string().min(1)).optional().describe('The passphrase of the private key, if it has one.'),
  sftpPath: RemotePath.default('.').describe('The folder that all other folders are below.'),
  sftpHostFingerprint: z
    .string()
    .trim()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, 'must look like "SHA256:" and 43 characters, as ssh-keygen -l prints it')
    .optional()
    .describe("The fingerprint of the server's host key. A connection test reports it; until it is saved, nothing is read."),
  pgpPrivateKey: secret(z.string().min(1)).optional().describe('Our PGP private key, armoured. It decrypts the files we receive.'),
  pgpPassphrase: secret(z.string().min(1)).optional().describe('The passphrase of our PGP key, if it has one.'),
  pgpPartnerKey: z
    .string()
    .min(1)
    .optional()
    .describe("The partner's PGP public key, armoured. If set, only files signed with it are accepted."),
})
export type SftpCredentials = z.infer<typeof SftpCredentials>
