import { z } from 'zod'
import { ConnectionStatus } from '../connections/connection.ts'
import { ConnectionHealth } from '../connections/health.ts'
import { DataTypeId } from '../records/data-types.ts'
import { ERPSyncLog } from '../runs/sync-log.ts'
import { SyncDirection } from '../sync-configs/sync-config.ts'
import { Freshness } from './judge-freshness.ts'

const count = z.int().min(0)

/** One data type of one connection in one direction: how fresh it is, what runs, what comes next, and what waits for somebody. */
export const ERPStream = z
  .object({
    connectionId: z.string(),
    connectionName: z.string().describe('The name of the connection.'),
    connectionStatus: ConnectionStatus.describe('The status of the connection.'),
    dataType: DataTypeId,
    direction: SyncDirection,
    syncConfigId: z.string().optional().describe('The sync configuration that it follows; absent if it has none.'),
    lastSuccessAt: z.iso.datetime().optional().describe('When a run last ended in a proven success. Dry runs do not count.'),
    lastRun: ERPSyncLog.optional().describe('The last run that has ended; absent before the first, and once its log has been removed.'),
    runningRun: ERPSyncLog.optional().describe('The run that works on it, or waits to; absent if there is none.'),
    nextDueAt: z.iso.datetime().optional().describe('When its schedule starts it next; absent if no schedule does.'),
    periodSeconds: z.number().optional().describe('The time between the next two due times of its schedule.'),
    freshness: Freshness.describe('How old its data are, and how old they may be.'),
    watermark: z.string().optional().describe("Up to where the ERP's changes have been read, by the ERP's own times or marks."),
    openRejects: count.describe('Records of the data type that were rejected when they were last read; counted up to 10,000.'),
    droppedRejects: count
      .optional()
      .describe(
        'Further records that the last run with too many rejects has rejected, beyond the 10,000 that are kept; absent if there are none.',
      ),
    conflicts: count.describe('Records of the data type whose conflict waits for a person.'),
    outbox: z
      .object({
        pending: count.describe('Waiting to be pushed.'),
        in_flight: count.describe('Being sent.'),
        uncertain: count.describe('Sent without an answer: Linkspan is finding out whether they have arrived.'),
        conflict: count.describe('Waiting for the decision of a conflict.'),
        error: count.describe('Refused by the ERP.'),
      })
      .describe('The written records of the data type that are not in the ERP yet, by state.'),
    health: ConnectionHealth.describe('How the connection fares.'),
  })
  .meta({ id: 'ERPStream', description: 'One data type of one connection, in one direction.' })
export type ERPStream = z.infer<typeof ERPStream>
