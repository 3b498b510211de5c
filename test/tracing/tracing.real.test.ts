import { join } from 'node:path'
import type { ERPSyncLog } from '@linkspan/core'
import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { type Stack, secrets, startStack } from '../stack/stack.ts'
import { startReceiver } from '../webhooks/receiver.ts'
import { type Collector, type ExportedSpan, startCollector } from './collector.ts'

const countModules = { NODE_OPTIONS: `--require ${join(import.meta.dirname, 'count-modules.cjs')}` }
const tracedTo = ({ url }: Collector) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
  OTEL_BSP_SCHEDULE_DELAY: '100',
})

/** Exports wait for their answer for longer than a test may take. */
const patient = { OTEL_EXPORTER_OTLP_TIMEOUT: '600000', OTEL_BSP_EXPORT_TIMEOUT: '600000' }

const token = 'erp-token-c0ffee'
const callerTrace = '0af7651916cd43dd8448eb211c80319c'
const callerSpan = 'b7ad6b7169203331'

const connectTo = (stack: Stack, apiUrl: string) =>
  stack.connect({
    name: 'Northwind Trading',
    credentials: { apiUrl, oauthToken: token },
    settings: {
      enabledDataTypes: ['products'],
      retryAttempts: 2,
      retryDelay: 10,
      secretQuery: { mandant: 'query-secret-77' },
      batchSize: 10,
    },
  })

/** Asks for a sync as a caller who traces would, and follows it to its end. */
async function syncTraced(stack: Stack, connectionId: string): Promise<ERPSyncLog> {
  const response = await fetch(`${stack.url}/api/v1/erp/connections/${connectionId}/sync`, {
    method: 'POST',
    headers: { ...stack.headers, 'content-type': 'application/json', traceparent: `00-${callerTrace}-${callerSpan}-01` },
    body: JSON.stringify({ dataType: 'products' }),
  })
  return stack.follow(((await response.json()) as ERPSyncLog).id)
}

const modulesOf = (stack: Stack) => [...stack.output().matchAll(/Modules of the SDK: (\d+)/g)].map(([, count]) => Number(count))

test('one trace leads from the request over the job and its calls to the webhook, and tells no secret', async () => {
  await using collector = await startCollector()
  await using receiver = await startReceiver()
  await using erp = await startRestErp({ dataset: { products: 25 }, paging: 'next', auth: { kind: 'bearer', token } })
  await using stack = await startStack({ env: { ...tracedTo(collector), ...countModules, SCHEDULE_JITTER_MS: '0' } })
  await stack.client.call('POST', '/erp/webhooks', { url: `${receiver.url}?key=hook-secret-31`, events: ['*'] })
  const connection = await connectTo(stack, erp.url)
  erp.faults.add({ kind: 'server-error', times: 1, after: 1 })
  const log = await syncTraced(stack, connection.id)
  expect(log).toMatchObject({ status: 'success', recordsCreated: 25 })

  const inTrace = (traceId = callerTrace) => collector.spans.filter((span) => span.traceId === traceId)
  const named = (name: string) => inTrace().filter((span) => span.name === name)
  const delivered = () => named('deliver event').map(({ attributes }) => attributes['linkspan.event.type'])
  await expect.poll(delivered).toEqual(expect.arrayContaining(['records.changed', 'sync.succeeded']))
  await expect.poll(() => named('POST /api/v1/erp/connections/:id/sync')).toHaveLength(1)

  const [request] = named('POST /api/v1/erp/connections/:id/sync')
  expect(request).toMatchObject({ service: 'linkspan-api', kind: 2, parentSpanId: callerSpan })
  expect(request?.attributes).toMatchObject({ 'http.request.method': 'POST', 'http.response.status_code': 202 })
  const byId = new Map(inTrace().map((span) => [span.spanId, span]))
  const pathOf = (span: ExportedSpan | undefined): string[] => (span ? [...pathOf(byId.get(span.parentSpanId ?? '')), span.name] : [])
  const calls = named('GET')
  const way = [request?.name, 'start sync', 'add erp-sync', 'process erp-sync', 'sync', 'GET']
  expect(calls.map(pathOf)).toEqual(calls.map(() => way))
  expect(calls).toHaveLength(erp.requests.length)
  expect(calls.filter(({ failed }) => failed).map(({ attributes }) => attributes['http.response.status_code'])).toEqual([500])
  const { port } = new URL(erp.url)
  expect(calls[0]).toMatchObject({ service: 'linkspan-worker', kind: 3 })
  expect(calls[0]?.attributes).toMatchObject({ 'server.address': '127.0.0.1', 'server.port': Number(port), 'url.template': '/products' })
  const executions = named('sync').map(({ attributes, failed }) => ({ ...attributes, failed }))
  const ofRun = {
    'linkspan.run.id': log.id,
    'linkspan.connection.id': connection.id,
    'linkspan.data_type': 'products',
    'linkspan.direction': 'pull',
  }
  expect(executions).toMatchObject([
    { ...ofRun, 'linkspan.outcome': 'retry', 'error.type': 'remote.unavailable', failed: true },
    { ...ofRun, 'linkspan.outcome': 'success', failed: false },
  ])

  expect(erp.requests.filter(({ headers }) => headers.traceparent !== undefined)).toEqual([])
  const told = receiver.received.find(({ event }) => event.type === 'sync.succeeded')
  expect(String(told?.headers.traceparent)).toMatch(new RegExp(`^00-${callerTrace}-`))
  const lines = stack.output().split('\n')
  expect(lines.find((line) => line.includes('Sync succeeded') && line.includes(log.id))).toContain(`"trace_id":"${callerTrace}"`)

  erp.faults.add({ kind: 'not-found', times: 1 })
  const failed = await syncTraced(stack, connection.id)
  expect(failed.status).toBe('error')

  await stack.client.call('POST', '/erp/sync-configs', {
    erpConnectionId: connection.id,
    dataType: 'products',
    schedule: '* * * * * *',
  })
  const ofSlot = (name: string) => collector.spans.find((span) => span.name === name && span.attributes['linkspan.trigger'] === 'schedule')
  await expect.poll(() => ofSlot('sync')).toBeDefined()
  const scheduled = inTrace(ofSlot('sync')?.traceId)
  await expect.poll(() => scheduled.find(({ name }) => name === 'process erp-schedule')).toBeDefined()
  expect(scheduled.filter(({ parentSpanId }) => !parentSpanId).map(({ name }) => name)).toEqual(['process erp-schedule'])
  const slots = collector.spans.filter(({ name }) => name === 'process erp-schedule')
  expect(new Set(slots.map(({ traceId }) => traceId)).size).toBe(slots.length)

  await stack.stopAll('SIGTERM')
  const row = erp.dataset.products.any()
  const exported = collector.bodies.join('\n').replace(/TimeUnixNano":"\d+"/g, '')
  expect(exported).toContain(failed.errorDetails?.code)
  const credentials = [token, 'query-secret-77', 'hook-secret-31', 'Bearer', ...Object.values(secrets)]
  const unspoken = [...credentials, 'Northwind', failed.errorDetails?.message, ...Object.values(row ?? {})]
  const texts = unspoken.filter((text): text is string => typeof text === 'string' && text.length > 5)
  expect(texts.length).toBeGreaterThan(8)
  expect(texts.filter((text) => exported.includes(text) || exported.includes(encodeURIComponent(text)))).toEqual([])
  expect(modulesOf(stack).every((count) => count > 0)).toBe(true)
})

test('a collector that does not answer neither slows nor fails a sync, nor the end of a process', async () => {
  await using collector = await startCollector()
  collector.hangs = true
  await using erp = await startRestErp({ dataset: { products: 25 }, paging: 'next', auth: { kind: 'bearer', token } })
  await using stack = await startStack({ env: { ...tracedTo(collector), ...patient, TRACEPARENT_TO_ERPS: 'true' } })
  const connection = await connectTo(stack, erp.url)
  expect(await syncTraced(stack, connection.id)).toMatchObject({ status: 'success', recordsCreated: 25 })
  expect(erp.requests.map(({ headers }) => String(headers.traceparent).split('-')[1])).toEqual(erp.requests.map(() => callerTrace))
  await expect.poll(() => collector.unanswered).toBeGreaterThan(0)
  await stack.stopAll('SIGTERM') // would wait for an answer until the test has failed
})

test('without the settings nothing is traced, and the SDK is not loaded', async () => {
  await using erp = await startRestErp({ dataset: { products: 5 }, paging: 'next', auth: { kind: 'bearer', token } })
  await using stack = await startStack({ env: { ...countModules, OTEL_SERVICE_NAME: 'shop', TRACEPARENT_TO_ERPS: 'true' } })
  const connection = await connectTo(stack, erp.url)
  expect(await syncTraced(stack, connection.id)).toMatchObject({ status: 'success' })
  expect(erp.requests.some(({ headers }) => headers.traceparent !== undefined)).toBe(false)
  await stack.stopAll('SIGTERM')
  expect(stack.output()).not.toContain('trace_id')
  expect(modulesOf(stack).length).toBeGreaterThanOrEqual(2)
  expect(new Set(modulesOf(stack))).toEqual(new Set([0]))
})
