import { connect, createServer, type Socket } from 'node:net'

/** A TCP proxy between a client and a server that breaks connections on demand. */
export interface CuttingProxy extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** How many connections were made so far. */
  readonly connections: number
  /** How many connections are open. */
  readonly openConnections: number
  /** How many bytes have come from the server. */
  readonly received: number
  /** Breaks the current or next connection once, after this many more bytes from the server. Null takes that back. */
  cutAfter(bytes: number | null): void
  /** Resets all open connections; new ones can be made. */
  reset(): void
  /** From now on passes no data on, without closing anything. Resolves when the client has sent something in vain. */
  stall(): Promise<void>
}

/** Listens on a free port of 127.0.0.1 and forwards everything to `target`. */
export async function startCuttingProxy(target: { readonly host: string; readonly port: number }): Promise<CuttingProxy> {
  const open = new Set<Socket>()
  let connections = 0
  let left: number | null = null
  let isStalled = false
  let received = 0
  let sayInVain: () => void = () => {}
  const server = createServer((client) => {
    connections += 1
    const upstream = connect(target)
    const end = () => {
      for (const socket of [client, upstream]) {
        open.delete(socket)
        socket.destroy()
      }
    }
    for (const socket of [client, upstream]) {
      open.add(socket)
      socket.on('error', end).on('close', end)
    }
    client.on('data', (chunk) => {
      if (isStalled) sayInVain()
      else upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      received += chunk.length
      if (isStalled) return
      if (left === null || chunk.length < left) {
        if (left !== null) left -= chunk.length
        client.write(chunk)
        return
      }
      client.write(chunk.subarray(0, left), end)
      left = null
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { readonly port: number }
  return {
    host: '127.0.0.1',
    port,
    get connections() {
      return connections
    },
    get openConnections() {
      return open.size / 2
    },
    get received() {
      return received
    },
    cutAfter(bytes) {
      left = bytes
    },
    reset() {
      for (const socket of open) socket.resetAndDestroy()
    },
    stall() {
      isStalled = true
      return new Promise((resolve) => {
        sayInVain = resolve
      })
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
