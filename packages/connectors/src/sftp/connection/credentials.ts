import { secret } from '@linkspan/core/connector'
import { z } from 'zod'

const Host = z
  .string()
  .trim()
  .regex(
    /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\[?[0-9A-Fa-f:.]+\]?)$/,
    'must be a host name or an address, without sftp:// and port',
  )

/** Absolute, or below the folder in which the account starts. */
const RemotePath = z
  .string()
  .trim()
  .min(1)
  .max(1000)
  .refine((path) => !path.split('/').includes('..') && !path.includes('\0'), 'must not hold ".."')

/** How to reach an SFTP server. */
export const SftpCredentials = z.object({
  sftpHost: Host.describe('Host name or address.'),
  sftpPort: z.coerce.number().int().min(1).max(65_535).default(22),
  sftpUsername: z.string().trim().min(1),
  sftpPassword: secret(z.string().min(1)).optional(),
  sftpPrivateKey: secret(z.string().min(1))
    .optional()
    .describe("The text of the key's file, OpenSSH or PEM, from its first line to its last."),
  sftpPassphrase: secret(z.string().min(1)).optional().describe('What opens the private key, where it is encrypted.'),
  sftpPath: RemotePath.default('.').describe('The folder in which all files are exchanged.'),
  sftpHostFingerprint: z
    .string()
    .trim()
    .regex(/^SHA256:[A-Za-z0-9+/]{43}=?$/, 'must look like "SHA256:" and 43 characters, as ssh-keygen -l prints it')
    .optional()
    .describe("The fingerprint of the server's host key. A connection test says which one the server shows; without it nothing is read."),
  pgpPrivateKey: secret(z.string().min(1)).optional().describe('Our PGP key, armoured: opens files that are encrypted for us.'),
  pgpPassphrase: secret(z.string().min(1)).optional().describe('What opens our PGP key, where it is encrypted.'),
  pgpPartnerKey: z
    .string()
    .min(1)
    .optional()
    .describe("The partner's public PGP key, armoured. Then files count only where it signed them."),
})
export type SftpCredentials = z.infer<typeof SftpCredentials>
