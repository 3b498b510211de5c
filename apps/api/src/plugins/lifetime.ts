import type { FastifyInstance, FastifyReply } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Aborts when the client has gone or the process closes: ends whatever waits on its behalf. */
    lifetimeOf(reply: FastifyReply): AbortSignal
  }
}

/** Closing ends all that waits, and no connection outlives its answer. */
export function addLifetime(app: FastifyInstance): void {
  const open = new Set<AbortController>()
  let closing = false

  app.decorate('lifetimeOf', (reply: FastifyReply) => {
    const lifetime = new AbortController()
    const end = () => {
      open.delete(lifetime)
      lifetime.abort()
    }
    if (closing || reply.raw.destroyed) end()
    else {
      open.add(lifetime)
      reply.raw.once('close', end)
    }
    return lifetime.signal
  })
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    closing = true
    for (const lifetime of open) lifetime.abort()
    open.clear()
  })
}
