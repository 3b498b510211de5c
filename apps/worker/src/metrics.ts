import { type Metrics, version } from '@linkspan/core'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export interface WorkerMetrics extends Metrics {
  readonly contentType: string
  /** Returns all metrics in the text format of Prometheus. */
  print(): Promise<string>
}

const upToMinutes = [0.005, 0.025, 0.1, 0.5, 1, 5, 15, 60, 300]
const upToHours = [0.1, 0.5, 1, 5, 15, 60, 300, 900, 3600, 4 * 3600]

/** Creates the metrics of a worker, for Prometheus. Labels name the connection only with `perConnection`. */
export function createWorkerMetrics({ perConnection }: { readonly perConnection: boolean }, commit: string | null = null): WorkerMetrics {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  new Gauge({ name: 'linkspan_build_info', help: 'Always 1; the labels say what runs.', labelNames: ['version', 'commit'], registers }).set(
    { version, commit: commit ?? 'unknown' },
    1,
  )
  const connection: readonly 'connection'[] = perConnection ? ['connection'] : []
  const of = (connectionId: string) => (perConnection ? { connection: connectionId } : {})

  const jobDuration = new Histogram({
    name: 'linkspan_job_duration_seconds',
    help: 'How long executions of jobs took, by queue and outcome: done, later (the job was snoozed), failed, thrown.',
    labelNames: ['queue', 'outcome'],
    buckets: upToMinutes,
    registers,
  })
  const jobWait = new Histogram({
    name: 'linkspan_job_wait_seconds',
    help: 'How long jobs that were ready to start waited for a worker.',
    labelNames: ['queue'],
    buckets: upToMinutes,
    registers,
  })
  const syncDuration = new Histogram({
    name: 'linkspan_sync_duration_seconds',
    help: 'How long syncs took from their start to their end, pauses included.',
    labelNames: ['connector', 'data_type', 'direction', 'status', ...connection],
    buckets: upToHours,
    registers,
  })
  const syncs = new Counter({
    name: 'linkspan_syncs_total',
    help: 'Ended syncs, by status and error code ("none" after a success).',
    labelNames: ['connector', 'data_type', 'status', 'code', ...connection],
    registers,
  })
  const records = new Counter({
    name: 'linkspan_sync_records_total',
    help: 'Records of ended syncs, by outcome: created, updated, unchanged, filtered, rejected, deleted, pushed, refused, conflicts. Echoes count as unchanged.',
    labelNames: ['connector', 'data_type', 'outcome', ...connection],
    registers,
  })
  const erpCalls = new Histogram({
    name: 'linkspan_erp_call_duration_seconds',
    help: 'How long ERPs took to answer, by class of the HTTP status; "none" if no answer came.',
    labelNames: ['connector', 'status', ...connection],
    buckets: [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers,
  })

  const webhookAttempts = new Histogram({
    name: 'linkspan_webhook_attempt_duration_seconds',
    help: 'How long attempts to deliver an event to a webhook took, by class of the HTTP status; "none" if no answer came. Only 2xx is accepted.',
    labelNames: ['status'],
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15],
    registers,
  })

  const notificationAttempts = new Counter({
    name: 'linkspan_notification_attempts_total',
    help: 'Attempts to send a notification, by channel and error code ("none" if the receiver has taken it).',
    labelNames: ['channel', 'code'],
    registers,
  })

  return {
    contentType: registry.contentType,
    print: () => registry.metrics(),
    erpCalled({ connectionId, connector }, { status, seconds }) {
      erpCalls.observe({ connector, status: classOf(status), ...of(connectionId) }, seconds)
    },
    syncEnded({ connectionId, connector, dataType, direction, status, code, seconds, records: counts }) {
      const common = { connector, data_type: dataType, ...of(connectionId) }
      syncDuration.observe({ ...common, direction, status }, seconds)
      syncs.inc({ ...common, status, code: code ?? 'none' })
      for (const [outcome, count] of Object.entries(counts)) records.inc({ ...common, outcome }, count)
    },
    webhookAttempted({ status, seconds }) {
      webhookAttempts.observe({ status: classOf(status) }, seconds)
    },
    notificationAttempted({ channel, code }) {
      notificationAttempts.inc({ channel, code: code ?? 'none' })
    },
    jobLeft({ queue, outcome, seconds, waitSeconds }) {
      jobDuration.observe({ queue, outcome }, seconds)
      if (waitSeconds !== null) jobWait.observe({ queue }, waitSeconds)
    },
  }
}

const classOf = (status: number | null): string => (status === null ? 'none' : `${Math.floor(status / 100)}xx`)
