import type { AssignmentRepository } from './assignments/assignment.ts'
import type { PartyStore } from './assignments/party-store.ts'
import type { AuditLog, AuditQuery } from './audit/audit.ts'
import { createCommands } from './audit/command.ts'
import type { BrowserSessionStore } from './browser-sessions/browser-session.ts'
import { browserSessionCommands } from './browser-sessions/session-commands.ts'
import type { CircuitStore } from './connections/circuit.ts'
import type { ConnectionRepository } from './connections/connection.ts'
import { describeProviders } from './connections/describe.ts'
import type { TestResults } from './connections/test-results.ts'
import type { ConnectorRegistry } from './connector/connector.ts'
import type { InboundHead, InboundRequest } from './connector/inbound.ts'
import { coreAssignments } from './core-assignments.ts'
import { coreConnections } from './core-connections.ts'
import { coreIncidents } from './core-incidents.ts'
import { coreInstallation } from './core-installation.ts'
import { coreNotifications } from './core-notifications.ts'
import { coreRecords } from './core-records.ts'
import { coreRejects } from './core-rejects.ts'
import { coreRuns } from './core-runs.ts'
import { coreStreams } from './core-streams.ts'
import { coreSyncConfigs } from './core-sync-configs.ts'
import { coreUnreadable } from './core-unreadable.ts'
import { coreWebhooks } from './core-webhooks.ts'
import { acceptEvent } from './inbound/accept-event.ts'
import type { ErpEventStore } from './inbound/event-store.ts'
import type { InboxStore } from './inbound/inbox-store.ts'
import { admit, receive } from './inbound/receive.ts'
import type { IncidentStore } from './incidents/incident-store.ts'
import type { JobName, JobQueue } from './jobs/contracts.ts'
import type { WorkerSigns } from './jobs/worker-signs.ts'
import type { Caller } from './kernel/caller.ts'
import type { Language } from './kernel/language.ts'
import type { Clock, Ids } from './kernel/ports.ts'
import type { SecretBox } from './kernel/secret-box.ts'
import type { Tracing } from './kernel/tracing.ts'
import type { UnreadableItems } from './kernel/unreadable.ts'
import type { VersionedList } from './kernel/versioned-list.ts'
import type { StoredRoute } from './notifications/notification-route.ts'
import type { NotificationStore } from './notifications/notification-store.ts'
import type { OutboxStore } from './outbox/outbox-store.ts'
import { awaitChoices, choicesCommand } from './previews/choices-command.ts'
import { awaitEvaluation, requestEvaluation } from './previews/evaluate-mapping.ts'
import type { Previews } from './previews/preview.ts'
import { awaitPreview, previewCommand } from './previews/preview-command.ts'
import type { KeyIndex } from './records/key-index.ts'
import type { RecordStore } from './records/record-store.ts'
import type { RejectStore } from './rejects/reject-store.ts'
import { readOverview } from './runs/overview.ts'
import type { RunStore } from './runs/run-store.ts'
import { readCron } from './schedules/cron.ts'
import type { SlotLog } from './schedules/slot.ts'
import type { StreamStore } from './streams/stream-store.ts'
import type { SchedulePorts } from './sync-configs/reconcile.ts'
import type { SyncConfigRepository } from './sync-configs/sync-config.ts'
import type { DeliveryStore } from './webhooks/delivery-store.ts'
import type { WebhookStore } from './webhooks/webhook-store.ts'

/** What the core needs to answer the outside. */
export interface CorePorts {
  readonly assignments: AssignmentRepository
  readonly audit: AuditLog
  readonly circuits: CircuitStore
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly connectors: ConnectorRegistry
  readonly deliveries: DeliveryStore
  readonly erpEvents: ErpEventStore
  readonly ids: Ids
  readonly keyIndex: KeyIndex
  readonly inbox: InboxStore
  readonly notificationRoutes: VersionedList<StoredRoute>
  readonly notifications: NotificationStore
  readonly incidents: IncidentStore
  readonly outbox: OutboxStore
  readonly parties: PartyStore
  readonly previews: Previews
  readonly queue: JobQueue
  /** What of the queues, or of one, does not work as it should, because somebody has paused or limited it, as sentences. */
  readonly queueWarnings: (of?: JobName) => Promise<readonly string[]>
  readonly records: RecordStore
  readonly rejects: RejectStore
  readonly runs: RunStore
  readonly scheduler: SchedulePorts['scheduler']
  readonly sessions: BrowserSessionStore
  readonly slots: SlotLog
  readonly streams: StreamStore
  readonly syncConfigs: SyncConfigRepository
  readonly secrets: SecretBox
  readonly tests: TestResults
  /** Without it nothing is traced. */
  readonly tracing?: Tracing
  readonly unreadable: UnreadableItems
  readonly webhooks: WebhookStore
  readonly workers: WorkerSigns
}

export type Core = ReturnType<typeof createCore>

/** Everything the outside may ask. Whatever changes something is a command: authorised and audited. */
export function createCore(ports: CorePorts) {
  const command = createCommands(ports)
  return {
    connections: coreConnections(command, ports),
    /** Judges a message that an ERP sends unasked by its head, before its body is read. */
    admit: (connectionId: string, head: InboundHead) => admit(connectionId, head, ports),
    /** Takes a message that an ERP sends unasked, and answers it in the ERP's own dialect. */
    receive: (connectionId: string, request: InboundRequest) => receive(connectionId, request, ports),
    /** Takes an event that an ERP sends: something has changed there. */
    acceptEvent: (connectionId: string, request: InboundRequest) => acceptEvent(connectionId, request, ports),
    previews: {
      request: previewCommand(command, ports),
      /** The preview that was requested; throws `preview.unanswered` if `signal` aborts first. Nothing is kept of it. */
      wait: (previewId: string, signal: AbortSignal) => awaitPreview(previewId, ports, signal),
    },
    evaluations: {
      request: (caller: Caller, request: unknown) => requestEvaluation(caller, request, ports),
      /** What was asked for; throws `preview.unanswered` if `signal` aborts first. Nothing is kept of it. */
      wait: (previewId: string, signal: AbortSignal) => awaitEvaluation(previewId, ports, signal),
    },
    choices: {
      request: choicesCommand(command, ports),
      /** What was asked for; throws `preview.unanswered` if `signal` aborts first. Nothing is kept of it. */
      wait: (previewId: string, signal: AbortSignal) => awaitChoices(previewId, ports, signal),
    },
    runs: coreRuns(command, ports),
    rejects: coreRejects(command, ports),
    streams: coreStreams(ports),
    ...coreRecords(command, ports),
    incidents: coreIncidents(command, ports),
    assignments: coreAssignments(command, ports),
    syncConfigs: coreSyncConfigs(command, ports),
    audit: { list: (query: AuditQuery) => ports.audit.list(query) },
    notifications: coreNotifications(command, ports),
    sessions: browserSessionCommands(command, ports),
    unreadable: coreUnreadable(command, ports),
    webhooks: coreWebhooks(command, ports),
    installation: coreInstallation(ports),
    overview: () => readOverview(ports),
    readCron: (schedule: string, timezone: string, language: Language) => readCron(schedule, timezone, ports.clock.now(), language),
    providers: () => describeProviders(ports.connectors),
  }
}
