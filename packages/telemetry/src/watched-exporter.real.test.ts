import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { expect, test } from 'vitest'
import { watchedExporter } from './watched-exporter.ts'

test('a collector that refuses spans is told once, and once when it takes them again', async () => {
  let status = 400
  const server = createServer((request, response) => request.resume().on('end', () => response.writeHead(status).end('{}')))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`
  const told: string[] = []
  const exporter = watchedExporter(new OTLPTraceExporter({ url }), (message) => told.push(message))
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })
  const send = async () => {
    provider.getTracer('test').startSpan('one').end()
    await provider.forceFlush().catch(() => {})
  }
  await send()
  await send()
  expect(told).toEqual([expect.stringContaining('does not take traces')])
  status = 200
  await send()
  await send()
  expect(told.slice(1)).toEqual(['The OpenTelemetry collector takes traces again'])
  await provider.shutdown()
  server.close()
})
