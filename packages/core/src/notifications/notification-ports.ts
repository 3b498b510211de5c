import type { AssignmentRepository } from '../assignments/assignment.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import type { IncidentStore } from '../incidents/incident-store.ts'
import type { Metrics } from '../kernel/metrics.ts'
import type { Clock, Ids, Logger } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import type { Channels } from './channel.ts'
import type { StoredRoute } from './notification-route.ts'
import type { NotificationStore } from './notification-store.ts'

/** What it takes to tell people about incidents. */
export interface NotificationPorts {
  readonly assignments: AssignmentRepository
  readonly channels: Channels
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly ids: Ids
  readonly incidents: Pick<IncidentStore, 'observe' | 'resolve'>
  readonly logger: Logger
  readonly metrics: Pick<Metrics, 'notificationAttempted'>
  readonly notificationRoutes: VersionedList<StoredRoute>
  readonly notifications: NotificationStore
  /** Where people reach this installation; null if unknown. */
  readonly publicUrl: string | null
  readonly random: () => number
  readonly secrets: SecretBox
}
