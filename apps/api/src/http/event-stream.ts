import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import { z } from 'zod'

/** So often a stream that has nothing to say sends a comment: a proxy closes what stays silent for long. */
export const heartbeatMs = 15_000

/** How a stream of server-sent events is described as the answer of a route. */
export const eventStream = {
  200: {
    description: 'The stream of events.',
    content: { 'text/event-stream': { schema: z.custom<Readable>().meta({ type: 'string' }) } },
  },
}

/** Sends server-sent events as they come, past proxies that would gather them. */
export function sendEvents(reply: FastifyReply, frames: AsyncIterable<string>) {
  reply.header('x-accel-buffering', 'no').header('connection', 'close').type('text/event-stream; charset=utf-8')
  return reply.send(Readable.from(frames, { objectMode: false }))
}
