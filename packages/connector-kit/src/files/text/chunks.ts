/** Reads the first bytes; `all` yields them again before the rest. If reading them fails, `all` throws the error after what was read. */
export async function peek(
  chunks: AsyncIterable<Buffer>,
  length: number,
): Promise<{ readonly head: Buffer; readonly all: AsyncGenerator<Buffer> }> {
  const iterator = chunks[Symbol.asyncIterator]()
  let head: Buffer = Buffer.alloc(0)
  let isDone = false
  let failed: { readonly cause: unknown } | null = null
  while (head.length < length && !isDone && failed === null) {
    try {
      const next = await iterator.next()
      if (next.done) isDone = true
      else head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
    } catch (cause) {
      failed = { cause }
    }
  }
  const all = (async function* () {
    try {
      if (head.length > 0) yield head
      if (failed !== null) throw failed.cause
      while (!isDone) {
        const next = await iterator.next()
        if (next.done) return
        yield next.value
      }
    } finally {
      await iterator.return?.()
    }
  })()
  return { head, all }
}

/** The chunks without the first `length` bytes. */
export async function* without(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let left = length
  for await (const chunk of chunks) {
    const rest = chunk.subarray(Math.min(left, chunk.length))
    left -= chunk.length - rest.length
    if (rest.length > 0) yield rest
  }
}

const maxChunkLength = 64 * 1024

/** Cuts large chunks, so that what is made of one does not fill the memory. */
export async function* small(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += maxChunkLength) yield chunk.subarray(at, at + maxChunkLength)
}
