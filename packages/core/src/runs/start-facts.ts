import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import { mustGetConnection } from '../connections/connection-commands.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { SyncConfig, SyncConfigRepository } from '../sync-configs/sync-config.ts'
import type { Run } from './run.ts'
import type { RunStore } from './run-store.ts'

/** What is stored about what a run is wanted for. */
export interface StartFacts {
  readonly connection: Connection
  readonly configs: readonly SyncConfig[]
  /** The run of the same data that waits or works. */
  readonly underWay: Run | null
}

export interface StartFactsPorts {
  readonly connections: ConnectionRepository
  readonly syncConfigs: SyncConfigRepository
  readonly runs: Pick<RunStore, 'underWay'>
}

/** Reads what `startRun` goes by. Throws if there is no such connection. */
export async function readStartFacts(
  { connectionId, dataType }: { readonly connectionId: string; readonly dataType: DataTypeId },
  { connections, syncConfigs, runs }: StartFactsPorts,
): Promise<StartFacts> {
  const [connection, configs, underWay] = await Promise.all([
    mustGetConnection(connections, connectionId),
    syncConfigs.list(connectionId),
    runs.underWay(connectionId, dataType),
  ])
  return { connection, configs, underWay }
}
