import { toAppError } from './errors.ts'

/** Where a trace goes on, as the headers of W3C Trace Context. Empty: there is no trace to go on with. */
export interface TraceHeaders {
  readonly traceparent?: string
  readonly tracestate?: string
}

/** Ids, names and numbers: no secrets, no queries, nothing that a record says. */
export type SpanAttributes = Readonly<Record<string, string | number | boolean>>

export interface SpanStart {
  /** One of a few: ids go into attributes. */
  readonly name: string
  readonly kind: 'internal' | 'server' | 'client' | 'producer' | 'consumer'
  readonly attributes?: SpanAttributes
  /** What it continues; empty headers begin a trace of its own. Default: the span that is active. */
  readonly parent?: TraceHeaders
}

/** A piece of work within a trace. After its end, calls have no effect. */
export interface Span {
  /** For those who are to continue from it. */
  readonly headers: TraceHeaders
  set(attributes: SpanAttributes): void
  /** Marks it as failed. `type` is an error code, a status or a class: a message could quote anything. */
  fail(type: string): void
  /** Does the work with this span as the active one, also in all that the work starts. */
  run<Result>(work: () => Result): Result
  end(): void
}

/** Traces for an OpenTelemetry collector. These calls never throw and never wait. */
export interface Tracing {
  /** Whether spans go anywhere. */
  readonly isOn: boolean
  start(span: SpanStart): Span
  /** For those who are to continue from the active span. */
  active(): TraceHeaders
}

const noHeaders: TraceHeaders = {}
const noSpan: Span = { headers: noHeaders, set() {}, fail() {}, run: (work) => work(), end() {} }
export const noTracing: Tracing = { isOn: false, start: () => noSpan, active: () => noHeaders }

/** Does the work in a span of its own, which ends with it. If the work throws, the span has failed with the code of the error. */
export async function inSpan<Result>(tracing: Tracing, start: SpanStart, work: (span: Span) => Promise<Result>): Promise<Result> {
  if (!tracing.isOn) return work(noSpan)
  const span = tracing.start(start)
  try {
    return await span.run(() => work(span))
  } catch (thrown) {
    span.fail(toAppError(thrown).code)
    throw thrown
  } finally {
    span.end()
  }
}
