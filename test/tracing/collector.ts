import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Attribute {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

/** A span as it was exported. */
export interface ExportedSpan {
  readonly service: string
  readonly name: string
  /** As OTLP counts: 1 internal, 2 server, 3 client, 4 producer, 5 consumer. */
  readonly kind: number
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly failed: boolean
  readonly attributes: Readonly<Record<string, unknown>>
}

export interface Collector extends AsyncDisposable {
  readonly url: string
  readonly spans: readonly ExportedSpan[]
  /** Every request as it came. */
  readonly bodies: readonly string[]
  /** Whether it leaves requests without an answer. */
  hangs: boolean
  /** How many requests it has left without an answer. */
  readonly unanswered: number
}

interface ExportRequest {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] }
    readonly scopeSpans: readonly { readonly spans: readonly RawSpan[] }[]
  }[]
}
type RawSpan = Omit<ExportedSpan, 'service' | 'failed' | 'attributes'> & {
  readonly attributes: readonly Attribute[]
  readonly status: { readonly code?: number }
}

const toFields = (attributes: readonly Attribute[]) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

const spansOf = ({ resourceSpans }: ExportRequest): ExportedSpan[] =>
  resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) =>
      spans.map(({ attributes, status, ...span }) => ({
        ...span,
        service: String(toFields(resource.attributes)['service.name']),
        failed: status.code === 2,
        attributes: toFields(attributes),
      })),
    ),
  )

/** A collector of OpenTelemetry on loopback, which takes OTLP in JSON. */
export async function startCollector(): Promise<Collector> {
  const spans: ExportedSpan[] = []
  const bodies: string[] = []
  let unanswered = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    if (collector.hangs) {
      unanswered += 1
      return
    }
    const body = Buffer.concat(chunks).toString()
    bodies.push(body)
    spans.push(...spansOf(JSON.parse(body)))
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const collector: Collector = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    bodies,
    hangs: false,
    get unanswered() {
      return unanswered
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return collector
}
