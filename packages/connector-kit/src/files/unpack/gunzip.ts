import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { truncated, unreadable } from '../file-errors.ts'
import { limited, type UnpackingLimits } from '../limits.ts'

/** Unpacks a gzip file with any number of members. Throws `file.truncated`, `file.unreadable`, `file.too-large`. */
export async function* gunzip(bytes: AsyncIterable<Buffer>, limits: UnpackingLimits): AsyncGenerator<Buffer> {
  let packed = 0
  const counted = async function* () {
    for await (const chunk of bytes) {
      packed += chunk.length
      yield chunk
    }
  }
  const unpacking = createGunzip()
  const piping = pipeline(counted, unpacking)
  piping.catch(() => {})
  try {
    yield* limited(unpacking, limits, () => packed)
    await piping
  } catch (thrown) {
    throw toFileError(thrown)
  } finally {
    unpacking.destroy()
  }
}

function toFileError(thrown: unknown): unknown {
  const { code = '', message } = thrown as { readonly code?: string; readonly message: string }
  if (code === 'Z_BUF_ERROR') return truncated('The gzip file ends too early', {}, thrown)
  return code.startsWith('Z_') ? unreadable(`The file is not valid gzip: ${message}`, {}, thrown) : thrown
}
