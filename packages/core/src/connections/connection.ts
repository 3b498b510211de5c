import { z } from 'zod'
import { type ConnectionMethod, type Provider, providers } from '../connector/connector.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { Sealed } from '../kernel/secret-box.ts'
import { DataTypeId } from '../records/data-types.ts'
import { CronText, Timezone } from '../schedules/cron.ts'
import type { Circuit } from './circuit.ts'
import { WebhookSettings } from './webhook-settings.ts'

export const connectionStatuses = ['active', 'inactive', 'error', 'testing'] as const
export const ConnectionStatus = z.enum(connectionStatuses)
export type ConnectionStatus = z.infer<typeof ConnectionStatus>

const byLowerCase = new Map<string, Provider>(providers.map((provider) => [provider.toLowerCase(), provider]))
/** Accepts any case, and returns the platform's spelling. */
export const ProviderName = z.preprocess(
  (value) => (typeof value === 'string' ? (byLowerCase.get(value.trim().toLowerCase()) ?? value) : value),
  z.enum(providers),
)

/** The settings that every connection has; a connector adds its own. Durations are in milliseconds. */
export const ConnectionSettings = z.object({
  timeout: z
    .int()
    .min(100)
    .max(3_600_000)
    .default(30_000)
    .describe('The time limit of one call to the ERP, and of a connection test, in ms.'),
  retryAttempts: z.int().min(0).max(100).default(3).describe('How often a failing page is retried before the run ends with an error.'),
  retryDelay: z.int().min(0).max(3_600_000).default(5000).describe('The base of the exponential backoff with full jitter, in ms.'),
  batchSize: z.int().min(1).max(10_000).default(100).describe('How many records one page has.'),
  syncSchedule: CronText.optional().describe('The cron expression for every data type that has no sync configuration of its own.'),
  timezone: Timezone.optional().describe('The IANA time zone of the schedule.'),
  enabledDataTypes: z
    .array(DataTypeId)
    .transform((ids) => [...new Set(ids)])
    .describe('The data types that may be synced.'),
  rateLimit: z
    .object({ max: z.int().min(1).max(1_000_000), perMs: z.int().min(1).max(86_400_000) })
    .optional()
    .describe('The maximum number of calls to this ERP in a time window, over all workers.'),
  maxConcurrentCalls: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe(
      "The maximum number of calls to this ERP at the same time, over all workers and runs. It only lowers the connector's own limit.",
    ),
  pushConcurrency: z
    .int()
    .min(1)
    .max(16)
    .default(4)
    .describe('How many records of one push are sent at the same time. A connector whose ERP bears less lowers it.'),
  watermarkOverlap: z
    .int()
    .min(0)
    .max(604_800_000)
    .default(300_000)
    .describe(
      'How far before the watermark an incremental sync starts to ask, in ms, so that it finds changes that the ERP committed late.',
    ),
  maxDeleteShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .describe(
      'The largest share of the records that one full sync may delete because the ERP no longer has them. If it would be more, none is deleted and the run ends with an error.',
    ),
  maxRejectShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.5)
    .describe(
      'The largest share of the records of one pull, of ten or more, that may be rejected. If it is more, or if all are, the run ends with an error and the watermark stays.',
    ),
  freshness: z
    .partialRecord(DataTypeId, z.number().positive().max(525_600))
    .optional()
    .describe(
      'How old the data of a data type may be, in minutes since the last success. Without it: the time in which its schedule is due twice.',
    ),
  webhook: WebhookSettings.optional(),
})
export type ConnectionSettings = z.infer<typeof ConnectionSettings> & Readonly<Record<string, unknown>>

/** A data type that cannot be read although the connection works. */
const RefusedDataType = z.object({ dataType: DataTypeId, code: z.string(), message: z.string() })
export type RefusedDataType = z.infer<typeof RefusedDataType>

/** A summary of the last connection test. */
export const TestSummary = z.object({
  state: z.enum(['ok', 'failing']),
  message: z.string().describe('The outcome of the last test.'),
  checkedAt: z.iso.datetime().describe('When the connection was tested last.'),
  responseTime: z.number().describe('How long the last test took, in ms.'),
  certificateExpiresAt: z.iso.datetime().optional().describe("When the ERP's certificate ends, as the last test has seen it."),
  clockOffsetMs: z
    .int()
    .optional()
    .describe("How far the ERP's clock is ahead of ours, in ms; negative if it is behind. ERPs tell their time to the second."),
  refusedDataTypes: z
    .array(RefusedDataType)
    .optional()
    .describe(
      'Data types that could not be read while others could: they are not pulled until the connection is changed or a test passes.',
    ),
})
export type TestSummary = z.infer<typeof TestSummary>

/** How the last runs of one data type failed: one after the other, without a success in between. */
export interface RunFailures {
  readonly dataType: DataTypeId
  readonly count: number
  /** When the first of them ended; ISO 8601. */
  readonly since: string
  /** Why the latest failed. */
  readonly reason: string
}

/** What runs have told about a connection. */
export interface RunFindings {
  readonly lastSuccessAt: string | null
  /** When runs succeeded again after a failure, or for the first time. */
  readonly healthySince: string | null
  readonly failures: readonly RunFailures[]
}

/** A connection as it is stored. */
export interface Connection {
  readonly id: string
  readonly name: string
  readonly provider: Provider
  readonly connectionMethod: ConnectionMethod
  readonly status: ConnectionStatus
  /** The credential fields that are not secret. */
  readonly credentials: Readonly<Record<string, unknown>>
  /** The secret credential fields, each sealed with the connection's id and the field's name as context. */
  readonly sealed: Readonly<Record<string, Sealed>>
  readonly settings: ConnectionSettings
  readonly createdAt: string
  readonly updatedAt: string
  readonly createdBy: string
  /** Grows with every change that a person makes, and so guards against lost updates. */
  readonly revision: number
  readonly lastTestedAt?: string | undefined
  readonly lastSyncAt?: string | undefined
  /** The last test. */
  readonly health?: TestSummary | undefined
  /** What runs told; absent of a connection that is being made. */
  readonly runs?: RunFindings | undefined
  /** Absent as long as the ERP can be worked with. */
  readonly circuit?: Circuit | undefined
}

export interface ConnectionQuery extends PageQuery {
  readonly status?: ConnectionStatus | undefined
  readonly provider?: Provider | undefined
  readonly connectionMethod?: ConnectionMethod | undefined
}

/** What a worker finds out about a connection. Storing it leaves the revision as it is. */
export interface ConnectionFindings {
  readonly status?: ConnectionStatus
  readonly lastTestedAt?: string
  readonly health?: TestSummary
}

export interface ConnectionRepository {
  get(id: string): Promise<Connection | null>
  /** Newest first. */
  list(query: ConnectionQuery): Promise<Listing<Connection>>
  countByStatus(): Promise<Readonly<Record<ConnectionStatus, number>>>
  create(connection: Connection): Promise<void>
  /**
   * Stores the connection with the next revision, and returns it. Throws `request.stale` if the stored revision is no longer
   * `connection.revision`. The status is stored only if it differs from `before`, because a worker may have set it in the meantime.
   * `closesCircuit`: what was changed may be what the ERP has failed for.
   */
  update(connection: Connection, before: Connection, options?: { readonly closesCircuit: boolean }): Promise<Connection>
  /** Stores what a worker found out. The status `active` closes an open circuit. If the connection was deleted, nothing is stored. */
  note(id: string, findings: ConnectionFindings): Promise<void>
  /**
   * Removes the connection with its records, feed positions and cursors; its logs stay. From then on no run of it can start or write.
   * Returns the ids of the runs that have not ended, so that the caller can end them.
   */
  remove(id: string): Promise<readonly string[]>
  /** Takes connections that do not exist out of the lists and counts: a process or a node failed while it stored or removed them. */
  forgetLost(): Promise<void>
}
