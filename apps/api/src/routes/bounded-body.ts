import { pipeline, Transform } from 'node:stream'
import { AppError } from '@linkspan/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { InboundLimits, Sender } from '../plugins/inbound-limits.ts'

interface ExpectedBody {
  readonly sender: Sender
  readonly maxBytes: number
  /** What is sent, for the answer to one that is too long: "A message". */
  readonly title: string
}

/** Takes room for a body before a byte of it is read, until the answer is sent. Throws `request.too-large` or `request.rate-limited`. */
export function takeRoomFor(
  request: FastifyRequest,
  reply: FastifyReply,
  limits: InboundLimits,
  { sender, maxBytes, title }: ExpectedBody,
): void {
  const announced = Number(request.headers['content-length'] ?? maxBytes)
  if (announced > maxBytes) throw new AppError('request.too-large', `${title} has at most ${maxBytes} bytes`)
  reply.raw.once('close', limits.takeRoom(sender, announced))
}

/** The body up to a number of bytes; the reading of a longer one ends in an error with status 413. */
export const bounded = (payload: NodeJS.ReadableStream, maxBytes: number) => pipeline(payload, boundedBody(maxBytes), () => {})

/** Passes a body on up to a number of bytes; a longer one ends in an error with status 413. */
function boundedBody(maxBytes: number): Transform {
  let bytes = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes > maxBytes) done(Object.assign(new Error('The body is too large'), { statusCode: 413 }))
      else done(null, chunk)
    },
  })
}
