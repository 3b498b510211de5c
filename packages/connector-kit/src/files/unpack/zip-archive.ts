import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { AppError } from '@linkspan/core/connector'
import type { Entry, ZipFile } from 'yauzl'
import { truncated, unreadable } from '../file-errors.ts'
import { limited, type UnpackingLimits } from '../limits.ts'
import { spool } from './spool.ts'

/** An open zip archive. The names of its entries are never used as paths. */
export interface ZipArchive extends AsyncDisposable {
  readonly names: readonly string[]
  /** Unpacks an entry and verifies its checksum. Throws `file.unreadable`, `file.too-large`. */
  read(name: string): AsyncGenerator<Buffer>
}

const maxEntries = 10_000

/** Opens a zip file. Throws `file.truncated` if its end is missing, `file.unreadable` if it is not a zip file. */
export async function openZip(bytes: AsyncIterable<Buffer>, limits: UnpackingLimits): Promise<ZipArchive> {
  const { openPromise } = await import('yauzl')
  const file = await spool(bytes, limits.maxBytes)
  let zip: ZipFile | null = null
  try {
    zip = await openPromise(file.path, { lazyEntries: true, decodeStrings: false, autoClose: false })
    const entries = await entriesOf(zip)
    const opened = zip
    return {
      names: [...entries.keys()],
      read: (name) => readEntry(opened, entries.get(name), name, limits),
      async [Symbol.asyncDispose]() {
        opened.close()
        await file[Symbol.asyncDispose]()
      },
    }
  } catch (thrown) {
    const failure = await toFileError(thrown, file.path)
    zip?.close()
    await file[Symbol.asyncDispose]()
    throw failure
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxEntries) throw unreadable(`The zip file has more than ${maxEntries} entries`)
  const entries = new Map<string, Entry>()
  for await (const entry of zip.eachEntry()) {
    const name = (entry.fileName as unknown as Buffer).toString()
    if (!name.endsWith('/') && !name.startsWith('__MACOSX/')) entries.set(name, entry)
  }
  return entries
}

async function* readEntry(zip: ZipFile, entry: Entry | undefined, name: string, limits: UnpackingLimits): AsyncGenerator<Buffer> {
  if (!entry) throw unreadable(`The zip file has no entry "${name.slice(0, 100)}"`)
  if (entry.isEncrypted()) throw unreadable('The zip file is protected by a password. Ask the sender to use PGP, or no password.')
  let sum = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of limited(stream as AsyncIterable<Buffer>, limits, () => entry.compressedSize)) {
      sum = crc32(chunk, sum)
      yield chunk
    }
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : damaged(thrown)
  }
  if (sum !== entry.crc32) throw damaged(undefined)
}

const damaged = (thrown: unknown) => unreadable('The zip file is damaged: its content does not match its size or checksum', {}, thrown)

async function toFileError(thrown: unknown, path: string): Promise<unknown> {
  if (thrown instanceof AppError) return thrown
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0)
    if (bytesRead === 0) return truncated('The zip file is empty')
    if (buffer.toString('latin1', 0, 2) !== 'PK') return unreadable('The file is not a zip file', {}, thrown)
    return truncated(`The zip file has no valid end: ${(thrown as Error).message.slice(0, 200)}`, {}, thrown)
  } finally {
    await file.close()
  }
}
