import { generateKeyPairSync } from 'node:crypto'
import ssh2 from 'ssh2'

/** An SSH server with one account that has a password. It records every login attempt. */
export interface SshServer extends AsyncDisposable {
  readonly host: string
  readonly port: number
  readonly hostKey: Buffer
  /** Every credential offered so far, in order. */
  readonly attempts: (readonly [method: string, password: string])[]
}

/** Checks passwords, which an sshd run by an unprivileged user cannot. Serves SFTP with an empty root folder. */
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
      const check = (password: string) => {
        attempts.push([auth.method, password])
        if (password === options.password) auth.accept()
        else auth.reject([options.method])
      }
      if (auth.method !== options.method) return auth.reject([options.method])
      if (auth.method === 'password') return check(auth.password)
      if (auth.method === 'keyboard-interactive') auth.prompt([{ prompt: 'Password: ', echo: false }], ([answer = '']) => check(answer))
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
