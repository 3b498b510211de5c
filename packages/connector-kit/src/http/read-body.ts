import { PassThrough, type Readable, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib'
import { AppError } from '@linkspan/core/connector'

export interface BodyLimits {
  /** The most bytes, before and after decompression. */
  readonly maxBytes: number
  /** Method and path, for the error. */
  readonly place: string
  /** Awaited before so many bytes are kept. */
  readonly reserve?: (bytes: number) => Promise<void>
}

/** Some servers send deflate without the zlib wrapper (docs/erp/home-made-rest.md#raw-deflate): the first byte tells the two apart. */
async function* inflated(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const chunks = source[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done) return
  const decoder = (first.value[0] ?? 0) % 16 === 8 ? createInflate() : createInflateRaw()
  const rest = (async function* () {
    yield first.value
    yield* { [Symbol.asyncIterator]: () => chunks }
  })()
  const out = new PassThrough()
  const flowing = pipeline(rest, decoder, out).catch((error: Error) => out.destroy(error))
  for await (const chunk of out) yield chunk as Buffer
  await flowing
}

const decoders: Readonly<Record<string, () => Transform | typeof inflated>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: () => inflated,
}

/** No compression: nothing, or what some servers put there by mistake, such as a character set or a content type. */
const plainName =
  /^(|identity|none|null|binary|raw|plain|text|json|xml|html|[78]bit|ascii|us-ascii|latin-?1|(utf|iso|windows|cp)-?\d.*|[\w.+-]+\/[\w.+-]+)$/

/** Reads a body to its end, decompressed. Throws `setup.answer-too-large` as soon as it is too long, and destroys the rest. */
export async function readBody(body: Readable, encoding: string, { maxBytes, place, reserve }: BodyLimits): Promise<Buffer> {
  const steps = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !plainName.test(name))
    .reverse()
    .map((name) => {
      const create = decoders[name]
      if (create) return create()
      throw new AppError('setup.answer-unexpected', `${place}: the answer is compressed in an unknown way ("${name.slice(0, 40)}")`)
    })

  const limited = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let length = 0
    for await (const chunk of source) {
      length += chunk.length
      if (length > maxBytes) throw tooLarge(place, maxBytes)
      yield chunk
    }
  }
  const chunks: Buffer[] = []
  const collect = async (source: AsyncIterable<Buffer>): Promise<void> => {
    let length = 0
    for await (const chunk of source) {
      length += chunk.length
      await reserve?.(length)
      chunks.push(chunk)
    }
  }
  try {
    if (steps.length === 0)
      await collect(limited(body)) // most answers: a pipeline would cost more than they do
    else await (pipeline as (...steps: readonly unknown[]) => Promise<void>)(body, limited, ...steps, limited, collect)
  } catch (thrown) {
    const { code = '' } = thrown as { readonly code?: string }
    if (code === 'Z_BUF_ERROR') throw new AppError('remote.cut-short', `${place}: the compressed answer ends too early`, { cause: thrown })
    if (/^(Z_|ERR_(_ERROR_|BROTLI|_BROTLI))/.test(code))
      throw new AppError('setup.answer-unexpected', `${place}: the answer is not compressed as it says (${encoding})`, { cause: thrown })
    throw thrown
  }
  return Buffer.concat(chunks)
}

export const tooLarge = (place: string, maxBytes: number): AppError =>
  new AppError('setup.answer-too-large', `${place}: the answer is longer than ${maxBytes} bytes`, { details: { request: place, maxBytes } })
