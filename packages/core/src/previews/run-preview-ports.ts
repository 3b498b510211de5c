import type { ConnectionRepository } from '../connections/connection.ts'
import type { SessionPorts } from '../connections/open-session.ts'
import type { Ids } from '../kernel/ports.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import type { SyncConfigRepository } from '../sync-configs/sync-config.ts'
import type { Previews } from './preview.ts'

/** What a worker needs to answer a caller that waits. */
export interface RunPreviewPorts extends SessionPorts {
  readonly connections: ConnectionRepository
  readonly previews: Previews
  readonly syncConfigs: SyncConfigRepository
  readonly outbox: OutboxStore
  readonly ids: Ids
}
