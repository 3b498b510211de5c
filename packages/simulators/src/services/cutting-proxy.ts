import { connect, createServer, type Socket } from 'node:net'

/** A TCP proxy between a client and a server that breaks connections on demand. */
export interface CuttingProxy extends AsyncDisposable {
  readonly host: string
  readonly port: number
  /** How many connections were made so far. */
  readonly connections: number
  /** Breaks the current or next connection once, after this many more bytes from the server. */
  cutAfter(bytes: number): void
  /** From now on passes no data on, without closing anything. */
  stall(): void
}

/** Listens on a free port of 127.0.0.1 and forwards everything to `target`. */
export async function startCuttingProxy(target: { readonly host: string; readonly port: number }): Promise<CuttingProxy> {
  const open = new Set<Socket>()
  let connections = 0
  let left: number | null = null
  let isStalled = false
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
      if (!isStalled) upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
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
    cutAfter(bytes) {
      left = bytes
    },
    stall() {
      isStalled = true
    },
    async [Symbol.asyncDispose]() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of open) socket.destroy()
      await closed
    },
  }
}
