import type { Clock, StreamStore } from '@linkspan/core'
import { Gauge, type Registry } from 'prom-client'

interface StreamMetricsOptions {
  readonly streams: StreamStore
  readonly perConnection: boolean
  readonly clock: Clock
}

const labelNames = ['connection', 'data_type', 'direction'] as const

/** How fresh the streams are. Single streams are shown only with `perConnection`. */
export function createStreamMetrics(registry: Registry, { streams, perConnection, clock }: StreamMetricsOptions) {
  const registers = [registry]
  const late = new Gauge({ name: 'linkspan_streams_late', help: 'Streams whose data are older than allowed.', registers })
  const success = new Gauge({
    name: 'linkspan_stream_last_success_timestamp_seconds',
    help: 'When a stream last succeeded, as a Unix time; 0 if it never has. Only with METRICS_PER_CONNECTION.',
    labelNames,
    registers,
  })
  const deadline = new Gauge({
    name: 'linkspan_stream_deadline_timestamp_seconds',
    help: 'When a stream becomes late unless it succeeds before, as a Unix time. Only with METRICS_PER_CONNECTION.',
    labelNames,
    registers,
  })

  async function measureEach(): Promise<void> {
    success.reset()
    deadline.reset()
    for await (const batch of streams.watched()) {
      for (const stream of batch) {
        const labels = { connection: stream.connectionId, data_type: stream.dataType, direction: stream.direction }
        success.set(labels, (stream.lastSuccess ?? 0) / 1000)
        if (stream.deadline !== null) deadline.set(labels, stream.deadline / 1000)
      }
    }
  }

  return {
    gauges: [late, success, deadline],
    async measure(): Promise<void> {
      late.set(await streams.countOverdue(clock.now()))
      if (perConnection) await measureEach()
    },
  }
}
