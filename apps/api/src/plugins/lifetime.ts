import type { FastifyInstance, FastifyReply } from 'fastify'

declare module 'fastify' {
  interface FastifyInstance {
    /** Returns a signal that aborts when the client is gone or the process closes, so that nothing waits any longer. */
    lifetimeOf(reply: FastifyReply): AbortSignal
  }
}

/** Makes closing quick: it ends everything that waits, and from then on each connection is closed after its answer. */
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
