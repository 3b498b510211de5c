import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** A mail as a mail program shows it. */
export interface CaughtMail {
  readonly from: string
  readonly to: readonly string[]
  readonly subject: string
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly references: string | null
  readonly text: string
  readonly html: string
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

/** At which step of the conversation a mail is not taken, and with which code. */
export interface Refusal {
  readonly at: 'connect' | 'from' | 'to' | 'data'
  readonly code: number
  readonly text: string
  /** Only this recipient; default: all. */
  readonly recipient?: string
}

export interface MailServerOptions {
  /** Login that it demands; without it anybody may send. */
  readonly login?: { readonly user: string; readonly password: string }
  /** `starttls`: it offers TLS with a certificate that nobody trusts. `none`: it offers no TLS. */
  readonly tls?: 'starttls' | 'none'
}

/** A real mail server on loopback that keeps the mails it is given. */
export interface MailServer extends AsyncDisposable {
  readonly port: number
  /** `smtp://127.0.0.1:…` */
  readonly url: string
  /** In the order in which they came. */
  readonly mails: readonly CaughtMail[]
  /** Called with each mail that comes from now on. */
  onMail(listener: (mail: CaughtMail) => void): void
  /** Refuses mails like this from now on; null takes all again. */
  refuse(refusal: Refusal | null): void
}

/** Starts a mail server. `tls: 'starttls'` is answered with the certificate that the library brings along, which is self-signed. */
export async function startMailServer({ login, tls = 'none' }: MailServerOptions = {}): Promise<MailServer> {
  const mails: CaughtMail[] = []
  const listeners: ((mail: CaughtMail) => void)[] = []
  let refusal: Refusal | null = null

  const refusalAt = (at: Refusal['at'], recipient?: string): Error | null => {
    if (refusal?.at !== at || (refusal.recipient !== undefined && refusal.recipient !== recipient)) return null
    return Object.assign(new Error(refusal.text), { responseCode: refusal.code })
  }
  const options: SMTPServerOptions = {
    disabledCommands: [...(tls === 'none' ? ['STARTTLS'] : []), ...(login ? [] : ['AUTH'])],
    allowInsecureAuth: true,
    authOptional: login === undefined,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      username === login?.user && password === login?.password
        ? done(null, { user: username })
        : done(Object.assign(new Error('5.7.8 Authentication credentials invalid'), { responseCode: 535 })),
    onConnect: (_session, done) => done(refusalAt('connect')),
    onMailFrom: (_address, _session, done) => done(refusalAt('from')),
    onRcptTo: ({ address }, _session, done) => done(refusalAt('to', address)),
    onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const refused = refusalAt('data')
        if (refused) return done(refused)
        const mail = await parse(
          Buffer.concat(chunks),
          envelope.rcptTo.map(({ address }) => address),
        )
        mails.push(mail)
        done(null, 'Queued')
        for (const listener of listeners) listener(mail)
      })
    },
  }
  const server = new SMTPServer(options)
  server.on('error', () => {}) // a client that hangs up in the middle
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    port,
    url: `smtp://127.0.0.1:${port}`,
    mails,
    onMail: (listener) => void listeners.push(listener),
    refuse: (next) => {
      refusal = next
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function parse(raw: Buffer, recipients: readonly string[]): Promise<CaughtMail> {
  const mail = await PostalMime.parse(raw)
  const headers = Object.fromEntries(mail.headers.map(({ key, value }) => [key, value]))
  return {
    from: headers.from ?? '',
    to: recipients,
    subject: mail.subject ?? '',
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? null,
    references: mail.references ?? null,
    text: mail.text ?? '',
    html: mail.html ?? '',
    headers,
  }
}
