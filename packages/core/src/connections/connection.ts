import { z } from 'zod'
import { type ConnectionMethod, type Provider, providers } from '../connector/connector.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import type { Sealed } from '../kernel/secret-box.ts'
import { DataTypeId } from '../records/data-types.ts'
import { CronText, Timezone } from '../schedules/cron.ts'

export const connectionStatuses = ['active', 'inactive', 'error', 'testing'] as const
export const ConnectionStatus = z.enum(connectionStatuses)
export type ConnectionStatus = z.infer<typeof ConnectionStatus>

const byLowerCase = new Map<string, Provider>(providers.map((provider) => [provider.toLowerCase(), provider]))
/** Case-insensitive in, the platform's spelling out. */
export const ProviderName = z.preprocess(
  (value) => (typeof value === 'string' ? (byLowerCase.get(value.trim().toLowerCase()) ?? value) : value),
  z.enum(providers),
)

/** The settings that every connection has; a connector adds its own. Durations in milliseconds. */
export const ConnectionSettings = z.object({
  timeout: z.int().min(100).max(3_600_000).default(30_000).describe('Limit of one call to the ERP, and of a connection test, in ms.'),
  retryAttempts: z.int().min(0).max(100).default(3).describe('How often a failing page is tried again before the run ends in error.'),
  retryDelay: z.int().min(0).max(3_600_000).default(5000).describe('Base of the exponential backoff with full jitter, in ms.'),
  batchSize: z.int().min(1).max(10_000).default(100).describe('Records a page.'),
  syncSchedule: CronText.optional().describe('Cron: what a data type without a sync configuration of its own follows.'),
  timezone: Timezone.optional().describe('IANA time zone of the schedule.'),
  enabledDataTypes: z
    .array(DataTypeId)
    .transform((ids) => [...new Set(ids)])
    .describe('What may be synced.'),
  rateLimit: z
    .object({ max: z.int().min(1).max(1_000_000), perMs: z.int().min(1).max(86_400_000) })
    .optional()
    .describe('Most calls to this ERP in a window, over all workers.'),
  maxConcurrentCalls: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe("Most calls to this ERP at the same time, over all workers and runs. It only lowers the connector's own limit."),
  watermarkOverlap: z
    .int()
    .min(0)
    .max(604_800_000)
    .default(300_000)
    .describe('How far before the last seen change time an incremental sync asks again, in ms: what was committed late is found.'),
  maxDeleteShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.3)
    .describe(
      'The share of the records that one full sync may delete because the ERP has them no more; beyond it none is, and the run ends in error.',
    ),
})
export type ConnectionSettings = z.infer<typeof ConnectionSettings> & Readonly<Record<string, unknown>>

/** What the last test found, in short. */
export const ConnectionHealth = z.object({
  state: z.enum(['ok', 'failing']),
  message: z.string(),
  checkedAt: z.iso.datetime(),
  responseTime: z.number(),
})
export type ConnectionHealth = z.infer<typeof ConnectionHealth>

/** A connection as it rests in the store. */
export interface Connection {
  readonly id: string
  readonly name: string
  readonly provider: Provider
  readonly connectionMethod: ConnectionMethod
  readonly status: ConnectionStatus
  /** The credential fields that are no secret. */
  readonly credentials: Readonly<Record<string, unknown>>
  /** The secret ones, each sealed with the connection's id and the field's name. */
  readonly sealed: Readonly<Record<string, Sealed>>
  readonly settings: ConnectionSettings
  readonly createdAt: string
  readonly updatedAt: string
  readonly createdBy: string
  /** Grows with every change that a person makes; guards against lost updates. */
  readonly revision: number
  readonly lastTestedAt?: string | undefined
  readonly lastSyncAt?: string | undefined
  readonly health?: ConnectionHealth | undefined
}

export interface ConnectionQuery extends PageQuery {
  readonly status?: ConnectionStatus | undefined
  readonly provider?: Provider | undefined
  readonly connectionMethod?: ConnectionMethod | undefined
}

/** What workers find out about a connection. It changes no revision. */
export interface ConnectionFindings {
  readonly status?: ConnectionStatus
  readonly lastTestedAt?: string
  readonly health?: ConnectionHealth
}

export interface ConnectionRepository {
  get(id: string): Promise<Connection | null>
  /** Newest first. */
  list(query: ConnectionQuery): Promise<Listing<Connection>>
  countByStatus(): Promise<Readonly<Record<ConnectionStatus, number>>>
  create(connection: Connection): Promise<void>
  /**
   * Stores it as the revision after `connection.revision`; `request.stale` where the store holds another one by now.
   * The status is stored only where it differs from `before`: workers may have found out another one meanwhile.
   */
  update(connection: Connection, before: Connection): Promise<Connection>
  /** Notes what a worker found out. A connection that is gone stays gone. */
  note(id: string, findings: ConnectionFindings): Promise<void>
  /**
   * Removes it with all that hangs on it: records, positions, cursors. Logs stay. From then on no run of it can
   * begin or write. Answers the runs that have not ended, for the caller to end.
   */
  remove(id: string): Promise<readonly string[]>
}
