import { generateKeyPairSync } from 'node:crypto'
import ssh2, { type Algorithms, type ServerChannel, type SFTPWrapper } from 'ssh2'

/** An SSH server with one account that has a password. It records every login attempt. */
export interface SshServer extends AsyncDisposable {
  readonly host: string
  readonly port: number
  readonly hostKey: Buffer
  /** Every credential offered so far, in order. */
  readonly attempts: (readonly [method: string, password: string])[]
}

interface SshServerOptions {
  readonly method: 'password' | 'keyboard-interactive'
  readonly password: string
  /** The algorithms that it offers. */
  readonly algorithms?: Algorithms
  /** Files in its root folder, which can be read only. Their long names are bare, and their attributes do not say that they are files. */
  readonly files?: Readonly<Record<string, string>>
  /** Changes how it serves them, by handlers that replace its own. */
  readonly hostility?: (sftp: SFTPWrapper) => void
  /** Answers the bytes of SFTP in its place. */
  readonly rawSftp?: (channel: ServerChannel) => void
}

/** Checks passwords, which an sshd run by an unprivileged user cannot. Serves SFTP with a root folder. */
export async function startSshServer(options: SshServerOptions): Promise<SshServer> {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  const parsed = ssh2.utils.parseKey(privateKey)
  if (parsed instanceof Error) throw parsed
  const attempts: [string, string][] = []
  const server = new ssh2.Server({ hostKeys: [privateKey], ...(options.algorithms && { algorithms: options.algorithms }) }, (client) => {
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
      const { rawSftp } = options
      if (rawSftp) return accept().on('subsystem', (acceptRaw) => rawSftp(acceptRaw()))
      accept().on('sftp', (acceptSftp) => {
        const sftp = acceptSftp()
        serveFiles(sftp, options.files ?? {})
        options.hostility?.(sftp)
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

/** Answers as servers do that know no types of files: bare long names, and a mode of permissions alone. */
function serveFiles(sftp: SFTPWrapper, files: Readonly<Record<string, string>>): void {
  const { STATUS_CODE } = ssh2.utils.sftp
  const attributes = (text: string) => ({
    mode: 0o644,
    uid: 0,
    gid: 0,
    size: Buffer.byteLength(text),
    atime: 1_700_000_000,
    mtime: 1_700_000_000,
  })
  const textOf = (path: string) => files[path.replace(/^\//, '')]
  let isListed = false
  const look = (id: number, path: string) => {
    const text = textOf(path)
    if (text === undefined) sftp.status(id, STATUS_CODE.NO_SUCH_FILE)
    else sftp.attrs(id, attributes(text))
  }
  sftp.on('REALPATH', (id) => sftp.name(id, [{ filename: '/', longname: '/', attrs: {} as never }]))
  sftp.on('OPENDIR', (id) => {
    isListed = false
    sftp.handle(id, Buffer.from('root'))
  })
  sftp.on('READDIR', (id) => {
    if (isListed || Object.keys(files).length === 0) return sftp.status(id, STATUS_CODE.EOF)
    isListed = true
    sftp.name(
      id,
      Object.entries(files).map(([filename, text]) => ({ filename, longname: filename, attrs: attributes(text) as never })),
    )
  })
  sftp.on('LSTAT', look)
  sftp.on('STAT', look)
  sftp.on('OPEN', (id, path) => sftp.handle(id, Buffer.from(path)))
  sftp.on('FSTAT', (id, handle) => look(id, handle.toString()))
  sftp.on('READ', (id, handle, offset, length) => {
    const bytes = Buffer.from(textOf(handle.toString()) ?? '').subarray(offset, offset + length)
    if (bytes.length === 0) sftp.status(id, STATUS_CODE.EOF)
    else sftp.data(id, bytes)
  })
  sftp.on('CLOSE', (id) => sftp.status(id, STATUS_CODE.OK))
}
