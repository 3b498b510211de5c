import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { AppError } from '@linkspan/core'
import type { Dispatcher } from 'undici'

const unpackers = { gzip: createGunzip, 'x-gzip': createGunzip, deflate: createInflate, br: createBrotliDecompress } as const

/** Reads a body to its end, unpacked, and stops as soon as it is larger than allowed: a bomb is not unpacked either. */
export async function readText({ body, headers }: Dispatcher.ResponseData, maxBytes: number, request: string): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  const collect = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length
      chunks.push(chunk)
      done(size > maxBytes ? new AppError('setup.answer-too-large', `${request} answered more than ${maxBytes} bytes`) : null)
    },
  })
  const encoding = String(headers['content-encoding'] ?? '')
    .trim()
    .toLowerCase()
  const unpack = unpackers[encoding as keyof typeof unpackers]
  if (unpack) await pipeline(body, unpack(), collect)
  else await pipeline(body, collect)
  return new TextDecoder('utf-8').decode(Buffer.concat(chunks))
}
