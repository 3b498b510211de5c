import type { Readable } from 'node:stream'

/** Reads the first `maxBytes` of a body as UTF-8 and lets the rest go. A body that breaks off is given as far as it came. */
export async function readStart(body: Readable, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      length += chunk.length
      if (length >= maxBytes) break // ends the loop's iterator, which destroys the body
    }
  } catch {
    // the status has come, and it decides
  }
  return new TextDecoder().decode(Buffer.concat(chunks).subarray(0, maxBytes))
}
