import { noTracing, type TraceHeaders, type Tracing } from './tracing.ts'

const maxCauses = 5

/** An error for the log: name, code, message, stack and causes. Other properties are left out: Redis clients attach commands with their arguments. */
export function describeError(error: unknown, depth = 0): unknown {
  if (!(error instanceof Error)) return error
  const { code } = error as { code?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(error.stack && { stack: error.stack }),
    ...(error.cause !== undefined && depth < maxCauses && { cause: describeError(error.cause, depth + 1) }),
  }
}

const secretNames = ['authorization', 'cookie', '["set-cookie"]', '["x-api-key"]', 'apikey']
const at = (prefix: string) => secretNames.map((name) => (name.startsWith('[') ? `${prefix}${name}` : `${prefix}.${name}`))

/** The ids of the active span, by the names that OpenTelemetry gives them in logs; empty if nothing is traced. */
function traceFields({ traceparent }: TraceHeaders): object {
  const [, traceId, spanId] = traceparent?.split('-') ?? []
  return traceId === undefined ? {} : { trace_id: traceId, span_id: spanId }
}

/** The pino options of every process: one JSON object a line, levels by name, no credentials. With tracing, each line names its trace. */
export const logOptions = (service: string, tracing: Tracing = noTracing) => ({
  base: { service },
  ...(tracing.isOn && { mixin: () => traceFields(tracing.active()) }),
  formatters: { level: (level: string) => ({ level }) },
  serializers: { err: describeError, error: describeError },
  redact: { paths: [...at('headers'), ...at('*.headers')], censor: '[redacted]' },
})
