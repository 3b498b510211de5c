import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { tooLarge } from '../file-errors.ts'

/** A folder that only we can read, with one file; both are gone afterwards. */
async function inFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
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

/** Puts bytes into a temporary file, for a format that is read from its end. Throws `file.too-large`. */
export async function spool(bytes: AsyncIterable<Buffer>, maxBytes: number): Promise<Spooled> {
  const { path, remove } = await inFolder()
  try {
    await pipeline(upTo(bytes, maxBytes), createWriteStream(path, { mode: 0o600 }))
  } catch (thrown) {
    await remove()
    throw thrown
  }
  return { path, [Symbol.asyncDispose]: remove }
}

/**
 * Holds bytes back until all of them are there, and only then gives them on. They lie in a temporary file meanwhile, encrypted by a key
 * that is nowhere but in memory.
 */
export async function* heldBack(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const { path, remove } = await inFolder()
  const [key, iv] = [randomBytes(32), randomBytes(16)]
  try {
    await pipeline(bytes, createCipheriv('aes-256-ctr', key, iv), createWriteStream(path, { mode: 0o600 }))
    const decipher = createDecipheriv('aes-256-ctr', key, iv)
    for await (const chunk of createReadStream(path)) yield decipher.update(chunk as Buffer)
  } finally {
    await remove()
  }
}
