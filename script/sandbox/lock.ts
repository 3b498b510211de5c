import { existsSync, unlinkSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { text } from 'node:stream/consumers'

/** What the holder of a lock says of itself: what runs where. */
type Describe = () => string

/**
 * Holds a lock as long as this process lives: a socket in the file system, which tells whoever asks what `describe` returns. Throws with that
 * text if another process holds it. A socket of a process that died is replaced.
 */
export async function holdLock(path: string, describe: Describe): Promise<Disposable> {
  for (let attempt = 1; ; attempt++) {
    const server = await listen(path, describe)
    if (server !== null) return { [Symbol.dispose]: () => void server.close() }
    const holder = await askHolder(path)
    if (holder !== null || attempt === 3) throw new Error(holder ?? `${path} is in use`)
    if (existsSync(path)) unlinkSync(path)
  }
}

/** Null if the path is taken. */
function listen(path: string, describe: Describe): Promise<Server | null> {
  const server = createServer((socket) => void socket.on('error', () => {}).end(describe()))
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(null) : reject(error)))
    server.listen(path, () => resolve(server.unref()))
  })
}

/** What the process behind the socket says; null if there is none. */
async function askHolder(path: string): Promise<string | null> {
  try {
    return await text(connect(path))
  } catch {
    return null
  }
}
