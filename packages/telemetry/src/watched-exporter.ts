import { type ExportResult, ExportResultCode } from '@opentelemetry/core'
import type { ReadableSpan, SpanExporter } from '@opentelemetry/sdk-trace-base'

/** An exporter that tells once when the collector stops taking spans, and once when it takes them again. */
export function watchedExporter(exporter: SpanExporter, tell: (message: string) => void): SpanExporter {
  let isAway = false
  const note = (failure: Error | undefined) => {
    const wasAway = isAway
    isAway = failure !== undefined
    if (isAway && !wasAway) tell(`The OpenTelemetry collector does not take traces, so they are lost until it does: ${failure?.message}`)
    if (!isAway && wasAway) tell('The OpenTelemetry collector takes traces again')
  }
  return {
    export(spans: ReadableSpan[], done: (result: ExportResult) => void) {
      exporter.export(spans, (result) => {
        note(result.code === ExportResultCode.SUCCESS ? undefined : (result.error ?? new Error('without a reason')))
        done(result)
      })
    },
    shutdown: () => exporter.shutdown(),
    forceFlush: async () => exporter.forceFlush?.(),
  }
}
