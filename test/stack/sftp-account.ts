import type { Sshd } from '@linkspan/simulators'

/** The credentials of a connection to one folder of an SFTP server. */
export const sftpCredentials = ({ host, port, username, fingerprint }: Sshd, sftpPrivateKey: string, sftpPath: string) => ({
  sftpHost: host,
  sftpPort: port,
  sftpUsername: username,
  sftpPrivateKey,
  sftpPath,
  sftpHostFingerprint: fingerprint,
})
