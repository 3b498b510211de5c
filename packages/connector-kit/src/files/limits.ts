import { z } from 'zod'
import { tooLarge } from './file-errors.ts'

/** How much may come out of a packed file, so that a small one does not fill memory or disk (docs/erp/sftp-files.md#packed-files). */
export const UnpackingLimits = z.strictObject({
  maxBytes: z.int().min(1).default(4_000_000_000).describe('The most bytes that a file may have, packed or unpacked.'),
  maxRatio: z.int().min(2).default(250).describe('How many times its packed size a file may have. Small files may have more.'),
})
export type UnpackingLimits = z.infer<typeof UnpackingLimits>

/** Below this no ratio is looked at, in bytes: a few empty rows pack very well. */
const small = 16_000_000

/**
 * Passes on what comes out of a packed file as long as it keeps to the limits. Throws `file.too-large`.
 * @param packed how many bytes have been unpacked so far
 */
export async function* limited(chunks: AsyncIterable<Buffer>, limits: UnpackingLimits, packed: () => number): AsyncGenerator<Buffer> {
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    if (length > limits.maxBytes) throw tooLarge(`Unpacked, the file has more than ${limits.maxBytes} bytes`, { maxBytes: limits.maxBytes })
    if (length > small && length > packed() * limits.maxRatio) {
      throw tooLarge(`Unpacked, the file is more than ${limits.maxRatio} times as large as packed: it may be made to fill disks`, {
        maxRatio: limits.maxRatio,
      })
    }
    yield chunk
  }
}
