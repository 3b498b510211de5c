import { z } from 'zod'
import { tooLarge } from './file-errors.ts'

/** How large a packed file may become, so that a small one does not fill memory or disk (docs/erp/sftp-files.md#packed-files). */
export const UnpackingLimits = z.strictObject({
  maxBytes: z.int().min(1).default(4_000_000_000).describe('The size limit of a file in bytes, packed or unpacked.'),
  maxRatio: z.int().min(2).default(250).describe('How many times larger a file may become by unpacking. Small files may exceed it.'),
})
export type UnpackingLimits = z.infer<typeof UnpackingLimits>

/** The ratio is not checked below this size, in bytes: a few empty rows pack very well. */
const minCheckedBytes = 16_000_000

/**
 * Passes unpacked bytes on. Throws `file.too-large` once they exceed the limits.
 * @param packed returns how many packed bytes have been read so far
 */
export async function* limited(chunks: AsyncIterable<Buffer>, limits: UnpackingLimits, packed: () => number): AsyncGenerator<Buffer> {
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limits.maxBytes) throw tooLarge(`Unpacked, the file has more than ${limits.maxBytes} bytes`, { maxBytes: limits.maxBytes })
    if (length > minCheckedBytes && length > packed() * limits.maxRatio) {
      throw tooLarge(`Unpacked, the file is more than ${limits.maxRatio} times as large as packed: it may be a decompression bomb`, {
        maxRatio: limits.maxRatio,
      })
    }
    yield chunk
  }
}
