import type { Span, Tracing } from '@linkspan/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** What asks all the time whether a process is well is no work to trace. */
const untraced: readonly (string | undefined)[] = ['/healthz', '/readyz', '/metrics']

/** Makes each request a span, which goes on with the caller's trace. It is named after its route, so it has no ids. */
export function addTracing(app: FastifyInstance, tracing: Tracing): void {
  if (!tracing.isOn) return
  const spans = new WeakMap<FastifyRequest, Span>()

  app.addHook('onRequest', (request, _, next) => {
    const { method } = request
    const { traceparent, tracestate } = request.headers
    const route = request.routeOptions.url
    if (untraced.includes(route)) return next()
    const span = tracing.start({
      name: route === undefined ? method : `${method} ${route}`,
      kind: 'server',
      attributes: { 'http.request.method': method, 'url.scheme': request.protocol, ...(route !== undefined && { 'http.route': route }) },
      parent: { ...(typeof traceparent === 'string' && { traceparent }), ...(typeof tracestate === 'string' && { tracestate }) },
    })
    spans.set(request, span)
    span.run(next)
  })
  // A body is read in the context of its socket.
  app.addHook('preValidation', (request, _, next) => {
    const span = spans.get(request)
    if (span) span.run(next)
    else next()
  })
  app.addHook('onResponse', async (request, { statusCode }) => {
    const span = spans.get(request)
    span?.set({ 'http.response.status_code': statusCode })
    if (statusCode >= 500) span?.fail(String(statusCode))
    span?.end()
  })
}
