import { generateKeyPairSync } from 'node:crypto'
import ssh2 from 'ssh2'

/** An SSH server whose only account has a password, and which remembers what it was told. */
export interface SshServer extends AsyncDisposable {
  readonly host: string
  readonly port: number
  readonly hostKey: Buffer
  /** Each proof that was offered, in order. */
  readonly attempts: (readonly [method: string, proof: string])[]
}

/** sshd of an unprivileged user cannot check passwords; this one can. It serves SFTP with an empty root. */
export async function startSshServer(options: {
  readonly method: 'password' | 'keyboard-interactive'
  readonly password: string
}): Promise<SshServer> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const parsed = ssh2.utils.parseKey(privateKey)
  if (parsed instanceof Error) throw parsed
  const attempts: [string, string][] = []
  const { OPEN_MODE: _, STATUS_CODE } = ssh2.utils.sftp
  const server = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
    client.on('error', () => {})
    client.on('authentication', (auth) => {
      const settle = (proof: string) => {
        attempts.push([auth.method, proof])
        if (proof === options.password) auth.accept()
        else auth.reject([options.method])
      }
      if (auth.method !== options.method) return auth.reject([options.method])
      if (auth.method === 'password') return settle(auth.password)
      if (auth.method === 'keyboard-interactive') auth.prompt([{ prompt: 'Password: ', echo: false }], ([answer = '']) => settle(answer))
    })
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => {
        const sftp = acceptSftp()
        sftp.on('REALPATH', (id) => sftp.name(id, [{ filename: '/', longname: '/', attrs: {} as never }]))
        sftp.on('OPENDIR', (id) => sftp.handle(id, Buffer.from('root')))
        sftp.on('READDIR', (id) => sftp.status(id, STATUS_CODE.EOF))
        sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK))
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as { readonly port: number }
  return {
    host: '127.0.0.1',
    port,
    hostKey: parsed.getPublicSSH(),
    attempts,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}
