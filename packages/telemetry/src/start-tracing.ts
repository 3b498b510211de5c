import { setTimeout as delay } from 'node:timers/promises'
import type { Config, Span, SpanStart, TraceHeaders, Tracing } from '@linkspan/core'
import { type Context, defaultTextMapGetter, defaultTextMapSetter, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks'
import { W3CTraceContextPropagator } from '@opentelemetry/core'
import { OTLPTraceExporter as JsonExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { OTLPTraceExporter as ProtobufExporter } from '@opentelemetry/exporter-trace-otlp-proto'
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base'
import { watchedExporter } from './watched-exporter.ts'

export interface TracingOptions extends NonNullable<Config['tracing']> {
  /** The name of the service, unless OTEL_SERVICE_NAME gives another. */
  readonly service: string
  readonly version: string
  /** Told when the collector stops taking spans, and when it takes them again. */
  readonly tell: (message: string) => void
}

/** Disposing it sends the spans that are left, for a second at most. */
export interface RunningTracing extends Tracing, AsyncDisposable {}

const maxFlushMs = 1000

const kinds: Readonly<Record<SpanStart['kind'], SpanKind>> = {
  internal: SpanKind.INTERNAL,
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  producer: SpanKind.PRODUCER,
  consumer: SpanKind.CONSUMER,
}

/**
 * Traces by OpenTelemetry's SDK, which reads its own environment variables. Spans wait in memory, 2,048 at most, and are sent in the background: a
 * collector that is slow or away costs spans, never time.
 */
export function startTracing({ protocol, service, version, tell }: TracingOptions): RunningTracing {
  const exporter = protocol === 'http/json' ? new JsonExporter() : new ProtobufExporter()
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': service, 'service.version': version }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(watchedExporter(exporter, tell))],
  })
  const tracer = provider.getTracer('linkspan', version)
  const contexts = new AsyncLocalStorageContextManager().enable()
  const propagator = new W3CTraceContextPropagator()

  const headersOf = (context: Context): TraceHeaders => {
    const headers: Record<string, string> = {}
    propagator.inject(context, headers, defaultTextMapSetter)
    return headers
  }

  function start({ name, kind, attributes = {}, parent }: SpanStart): Span {
    const above = parent ? propagator.extract(ROOT_CONTEXT, parent, defaultTextMapGetter) : contexts.active()
    const span = tracer.startSpan(name, { kind: kinds[kind], attributes }, above)
    const context = trace.setSpan(above, span)
    return {
      headers: headersOf(context),
      set: (more) => void span.setAttributes(more),
      fail(type) {
        span.setAttribute('error.type', type)
        span.setStatus({ code: SpanStatusCode.ERROR })
      },
      run: (work) => contexts.with(context, work),
      end: () => span.end(),
    }
  }

  return {
    isOn: true,
    start,
    active: () => headersOf(contexts.active()),
    async [Symbol.asyncDispose]() {
      const stopped = provider.shutdown().catch(() => {})
      await Promise.race([stopped, delay(maxFlushMs, undefined, { ref: false })])
      contexts.disable()
    },
  }
}
