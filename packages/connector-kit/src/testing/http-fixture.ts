import { type CuttingProxy, type FaultKind, type Simulator, startCuttingProxy } from '@linkspan/simulators'
import type { ConnectorFixture, SinkControls, SourceControls } from './connector-fixture.ts'

/** What fixtures of ERPs have in common that are reached over HTTP. */
export interface HttpFixture extends Pick<ConnectorFixture, 'callCount' | 'openConnections' | 'stop' | typeof Symbol.asyncDispose> {
  readonly erp: Simulator
  readonly proxy: CuttingProxy
  /** Where connections lead: through the proxy. */
  readonly url: string
  readonly reading: Pick<SourceControls, 'silence' | 'disturb'>
  readonly writing: Pick<SinkControls, 'cutAfter' | 'received' | 'lastSent' | 'sessionOutlivesConnection' | 'silence' | 'disturb'>
}

/**
 * A simulator behind a network that breaks on demand. Its own faults meet requests for `path` and what is below it; those of writes, and of
 * the look-ups after them, requests for `writePath`.
 */
export async function startHttpFixture<Erp extends Simulator>(
  erp: Erp,
  path: string | RegExp,
  writePath: string | RegExp = path,
): Promise<HttpFixture & { readonly erp: Erp }> {
  const proxy = await startCuttingProxy({ host: '127.0.0.1', port: erp.port })
  const read =
    (kind: FaultKind, more: object = {}) =>
    () =>
      void erp.faults.add({ kind, path, ...more })
  const write =
    (kind: FaultKind, more: object = {}) =>
    () =>
      void erp.faults.add({ kind, method: 'POST', path: writePath, ...more })
  const isBelow = (asked: string) => (typeof writePath === 'string' ? asked.startsWith(writePath) : writePath.test(asked))
  const silence = () => {
    erp.hold()
    return erp.whenRequested(erp.requestCount + 1)
  }
  const stop = async () => {
    await proxy[Symbol.asyncDispose]()
    await erp[Symbol.asyncDispose]()
  }
  let stopped: Promise<void> | null = null
  const stopOnce = () => {
    stopped ??= stop()
    return stopped
  }
  return {
    erp,
    proxy,
    url: `http://${proxy.host}:${proxy.port}`,
    callCount: () => erp.requestCount,
    openConnections: () => proxy.openConnections,
    stop: stopOnce,
    reading: {
      silence,
      disturb: {
        'throttled for 30 seconds': read('throttled', { retryAfterSeconds: 30 }),
        'throttled until a date 30 seconds away': read('throttled', { retryAfterSeconds: 30, retryAfterAsDate: true }),
        'server error': read('server-error'),
        'connection reset': () => proxy.cutAfter(0),
        'answer cut': () => proxy.cutAfter(400),
        'login lost once': read('unauthorized'),
        'login refused for good': read('unauthorized', { times: 'always' }),
        'ill-formed records': read('invalid-records', { records: 2 }),
        'total too high by 5': read('wrong-total', { by: 5, times: 'always' }),
        'total falling': read('moving-rows', { move: 'delete', times: 'always' }),
      },
    },
    writing: {
      cutAfter: (bytes) => proxy.cutAfter(bytes),
      received: () => proxy.received,
      lastSent() {
        const request = erp.requests.findLast((each) => each.method !== 'GET' && isBelow(each.path))
        if (!request) throw new Error('The ERP was sent nothing')
        return { method: request.method, target: `http://${proxy.host}:${proxy.port}${request.target}`, body: request.body }
      },
      sessionOutlivesConnection: true,
      silence,
      disturb: {
        throttled: write('throttled'),
        'login refused': write('unauthorized', { times: 'always' }),
        'permission missing': write('forbidden'),
        'server error before storing': write('500-before-store'),
        'server error after storing': write('500-after-store'),
        'answer lost': write('drop-after-store'),
        'request lost': write('drop-before-store'),
        'answer that cannot be read': write('truncated'),
        'look-up fails': write('server-error', { method: 'GET', times: 'always' }),
      },
    },
    [Symbol.asyncDispose]: stopOnce,
  }
}
