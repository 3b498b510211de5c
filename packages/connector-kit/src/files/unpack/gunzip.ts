import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { truncated, unreadable } from '../file-errors.ts'
import { limited, type UnpackingLimits } from '../limits.ts'

/** Unpacks gzip, all members of it. Throws `file.truncated`, `file.unreadable`, `file.too-large`. */
export async function* gunzip(bytes: AsyncIterable<Buffer>, limits: UnpackingLimits): AsyncGenerator<Buffer> {
  let packed = 0
  const counted = async function* () {
    for await (const chunk of bytes) {
      packed += chunk.length
      yield chunk
    }
  }
  const unpacking = createGunzip()
  const flowing = pipeline(counted, unpacking)
  flowing.catch(() => {})
  try {
    yield* limited(unpacking, limits, () => packed)
    await flowing
  } catch (thrown) {
    throw named(thrown)
  } finally {
    unpacking.destroy()
  }
}

function named(thrown: unknown): unknown {
  const { code = '', message } = thrown as { readonly code?: string; readonly message: string }
  if (code === 'Z_BUF_ERROR') return truncated('The gzip file ends too early', {}, thrown)
  return code.startsWith('Z_') ? unreadable(`The file is no sound gzip: ${message}`, {}, thrown) : thrown
}
