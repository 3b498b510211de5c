import { type JobContract, type JobName, jobContracts, type Span, type SpanStart, type TraceHeaders, type Tracing } from '@linkspan/core'
import { SpanKind, type Telemetry } from 'bullmq'

/** BullMQ's context: a span, where a stored job's trace goes on, or whatever is active. */
type Context = Span | TraceHeaders | null

const isSpan = (context: Context): context is Span => context !== null && 'run' in context

/** What BullMQ tells of a span and may be exported. Titles of jobs name connections, and messages of failures quote ERPs. */
const exported: readonly string[] = ['bullmq.queue.name', 'bullmq.queue.operation', 'bullmq.job.id', 'bullmq.job.attempts.made']

/**
 * BullMQ's telemetry hook for one queue, as the contract of its jobs wants it; undefined if nothing is traced. Of BullMQ's spans only those
 * of adding and processing a job remain: the others are its polling.
 */
export function createTelemetry(name: JobName, tracing: Tracing): Telemetry<Context> | undefined {
  const { trace }: JobContract = jobContracts[name]
  if (!tracing.isOn || trace === undefined) return undefined
  const kindOf = (kind: SpanKind | undefined): SpanStart['kind'] | undefined => {
    if (kind === SpanKind.CONSUMER) return 'consumer'
    return kind === SpanKind.PRODUCER && trace === 'continues' ? 'producer' : undefined
  }

  return {
    tracer: {
      startSpan(title, options, parent) {
        const exportedKind = kindOf(options?.kind)
        if (exportedKind === undefined) return unexported
        const [operation = ''] = title.split(' ')
        const attributes = { 'messaging.system': 'bullmq', 'messaging.destination.name': name }
        const isNew = exportedKind === 'consumer' && (trace === 'begins' || !parent)
        return toTelemetrySpan(
          tracing.start({
            name: `${operation} ${name}`,
            kind: exportedKind,
            attributes,
            ...(isNew ? { parent: {} } : parent && { parent: isSpan(parent) ? parent.headers : parent }),
          }),
        )
      },
    },
    contextManager: {
      active: () => null,
      with: (context: Context, work) => (isSpan(context) ? context.run(work) : work()),
      getMetadata: (context: Context) => (isSpan(context) && trace === 'continues' ? JSON.stringify(context.headers) : ''),
      fromMetadata: (_, metadata) => readHeaders(metadata),
    },
  }
}

/** An operator may have edited the job at the board. */
function readHeaders(metadata: string): TraceHeaders {
  try {
    const { traceparent, tracestate } = JSON.parse(metadata)
    return { ...(typeof traceparent === 'string' && { traceparent }), ...(typeof tracestate === 'string' && { tracestate }) }
  } catch {
    return {}
  }
}

type TelemetrySpan = ReturnType<Telemetry<Context>['tracer']['startSpan']>

const unexported: TelemetrySpan = {
  setSpanOnContext: (context) => context,
  setAttribute() {},
  setAttributes() {},
  addEvent() {},
  recordException() {},
  end() {},
}

function toTelemetrySpan(span: Span): TelemetrySpan {
  const set = (attributes: object) =>
    span.set(
      Object.fromEntries(
        Object.entries(attributes).filter(
          ([key, value]) => exported.includes(key) && (typeof value === 'string' || typeof value === 'number'),
        ),
      ),
    )
  return {
    setSpanOnContext: () => span,
    setAttribute: (key, value) => set({ [key]: value }),
    setAttributes: set,
    addEvent() {},
    recordException: (exception) => span.fail(typeof exception === 'object' ? (exception.name ?? 'Error') : 'Error'),
    end: () => span.end(),
  }
}
