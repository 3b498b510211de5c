/** Looks at the first bytes, which still come again. Where reading them fails, the failure comes in its place, after what was read. */
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

/** Drops the first bytes. */
export async function* without(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let left = length
  for await (const chunk of chunks) {
    const rest = chunk.subarray(Math.min(left, chunk.length))
    left -= chunk.length - rest.length
    if (rest.length > 0) yield rest
  }
}

const largest = 64 * 1024

/** No chunk is so large that what is made of it fills the memory. */
export async function* small(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) for (let at = 0; at < chunk.length; at += largest) yield chunk.subarray(at, at + largest)
}
