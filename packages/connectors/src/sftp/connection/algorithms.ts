import type { ConnectConfig } from 'ssh2'
import { openSocket, type SocketTarget } from './open-socket.ts'

/** Old algorithms that some servers offer alone. They are used only if a setting allows them, and then as the last choice. */
const legacy = {
  kex: { append: ['diffie-hellman-group14-sha1', 'diffie-hellman-group-exchange-sha1', 'diffie-hellman-group1-sha1'] },
  serverHostKey: { append: ['ssh-dss'] },
  cipher: { append: ['aes256-cbc', 'aes192-cbc', 'aes128-cbc', '3des-cbc'] },
  hmac: { append: ['hmac-sha1-96', 'hmac-md5'] },
} as unknown as NonNullable<ConnectConfig['algorithms']>

export const algorithmsFor = (allowsLegacy: boolean): Pick<ConnectConfig, 'algorithms'> => (allowsLegacy ? { algorithms: legacy } : {})

/** What client and server could not agree on, as the library names it, such as "key exchange algorithm"; null for any other failure. */
export const disagreementIn = (message: string): string | null => /no matching ((?:[CS]->[CS] )?[\w ]+)/i.exec(message)?.[1] ?? null

/** Our names of what has to be agreed on, and those of the library's log. */
const logged: Readonly<Record<string, string>> = { 'key exchange algorithm': 'KEX method', 'host key format': 'Host key format' }

/** What the server offers, such as "diffie-hellman-group14-sha1": asked in a connection of its own, without a login. Null if it does not say. */
export async function offersOf(target: SocketTarget, what: string): Promise<string | null> {
  const { default: ssh2 } = await import('ssh2')
  const socket = await openSocket(target).catch(() => null)
  if (socket === null) return null
  const begin = `Handshake: (remote) ${logged[what] ?? what}: `
  let offers: string | null = null
  const client = new ssh2.Client()
  try {
    await new Promise<void>((resolve) => {
      client.on('error', () => resolve()).on('close', () => resolve())
      client.connect({
        sock: socket,
        username: 'linkspan',
        readyTimeout: target.timeoutMs,
        hostVerifier: () => false,
        debug(line) {
          if (line.startsWith(begin)) offers = line.slice(begin.length)
        },
      })
    })
  } finally {
    client.destroy()
    socket.destroy()
  }
  return offers
}
