import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { tooLarge } from '../file-errors.ts'

/** Creates a folder that only this user can read, and returns the path of a file in it. `remove` deletes both. */
async function createTemporaryFile(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), `linkspan-file-${process.pid}-`))
  return { path: join(folder, 'content'), remove: () => rm(folder, { recursive: true, force: true }) }
}

async function* upTo(bytes: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Buffer> {
  let length = 0
  for await (const chunk of bytes) {
    length += chunk.length
    if (length > maxBytes) throw tooLarge(`The file has more than ${maxBytes} bytes`, { maxBytes })
    yield chunk
  }
}

export interface Spooled extends AsyncDisposable {
  readonly path: string
}

/** Writes bytes into a temporary file, for formats that must be read from the end. Disposing deletes it. Throws `file.too-large`. */
export async function spool(bytes: AsyncIterable<Buffer>, maxBytes: number): Promise<Spooled> {
  const { path, remove } = await createTemporaryFile()
  try {
    await pipeline(upTo(bytes, maxBytes), createWriteStream(path, { mode: 0o600 }))
  } catch (thrown) {
    await remove()
    throw thrown
  }
  return { path, [Symbol.asyncDispose]: remove }
}

/**
 * Yields nothing until all bytes have arrived. Until then they are kept in a temporary file, encrypted with a key that exists only in
 * memory.
 */
export async function* holdBack(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { path, remove } = await createTemporaryFile()
  const [key, iv] = [randomBytes(32), randomBytes(16)]
  try {
    await pipeline(bytes, createCipheriv('aes-256-ctr', key, iv), createWriteStream(path, { mode: 0o600 }))
    const decipher = createDecipheriv('aes-256-ctr', key, iv)
    for await (const chunk of createReadStream(path)) yield decipher.update(chunk as Buffer)
  } finally {
    await remove()
  }
}
