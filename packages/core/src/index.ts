export {
  type AssignmentRepository,
  ClientERPAssignment,
  ConnectionAssignments,
  PartyId,
  SiteERPAssignment,
} from './assignments/assignment.ts'
export { NewClientAssignment, NewSiteAssignment } from './assignments/assignment-commands.ts'
export { ERPClient, ERPSite } from './assignments/erp-site.ts'
export { indexParties } from './assignments/index-parties.ts'
export { PartyName } from './assignments/party-commands.ts'
export type * from './assignments/party-store.ts'
export { AssignmentPreview, AssignmentPreviewRequest } from './assignments/preview-change.ts'
export { EffectiveERP } from './assignments/read-assignments.ts'
export * from './audit/audit.ts'
export * from './browser-sessions/browser-session.ts'
export type { BrowserSessionPorts, StartedBrowserSession } from './browser-sessions/session-commands.ts'
export { type ApiKey, type Config, ConfigError, type JwtConfig, loadConfig, type RedisTarget } from './config/config.ts'
export { withDevelopmentKeys } from './config/development-keys.ts'
export { describeEnvironment } from './config/environment.ts'
export { misspeltVariables } from './config/environment-warnings.ts'
export type { CertificateNotice, CertificateNotices } from './connections/certificate-notice.ts'
export * from './connections/circuit.ts'
export { probeGapMs } from './connections/circuit-gap.ts'
export { type CircuitVerdict, circuitVerdict } from './connections/circuit-verdict.ts'
export * from './connections/connection.ts'
export { ConnectionChange, NewConnection } from './connections/connection-commands.ts'
export { ConnectionDraft } from './connections/connection-draft.ts'
export { ERPProvider } from './connections/describe.ts'
export { ERPConnection } from './connections/erp-connection.ts'
export { ConnectionHealth, failuresUntilDegraded } from './connections/health.ts'
export { openSession, type SessionPorts } from './connections/open-session.ts'
export { type Resealed, resealConnections } from './connections/reseal.ts'
export { connectionOfTest, runTest } from './connections/run-test.ts'
export { mask } from './connections/sealing.ts'
export * from './connections/test-result.ts'
export { testEventIn, testResultIn } from './connections/test-result-in.ts'
export type { TestResults } from './connections/test-results.ts'
export { watchCertificates } from './connections/watch-certificates.ts'
export * from './connector/connector.ts'
export type * from './connector/inbound.ts'
export { createRegistry } from './connector/registry.ts'
export { secret, secretFields } from './connector/secret-fields.ts'
export type * from './connector/sink.ts'
export { type Core, type CorePorts, createCore } from './core.ts'
export { concernedConnections } from './events/concerned-connections.ts'
export * from './events/event.ts'
export { eventIdOf, placeOfEvent } from './events/event-id.ts'
export * from './events/event-log.ts'
export { type EventReader, wakeReaders } from './events/wake-readers.ts'
export { syncMarkedStreams } from './inbound/accept-event.ts'
export type { ErpEventStore } from './inbound/event-store.ts'
export type * from './inbound/inbox-store.ts'
export { syncWaitingDocuments } from './inbound/receive.ts'
export * from './incidents/incident.ts'
export { SnoozeRequest } from './incidents/incident-commands.ts'
export { incidentIdFor } from './incidents/incident-id.ts'
export { incidentIn } from './incidents/incident-in.ts'
export * from './incidents/incident-store.ts'
export type * from './incidents/observation.ts'
export * from './incidents/observe.ts'
export { parts } from './incidents/parts.ts'
export { signalsOf } from './incidents/signals-of.ts'
export { type TidyPorts, tidyIncidents } from './incidents/tidy-incidents.ts'
export { incidentReader, type WatchPorts, watchEvents, watchWithoutWorker } from './incidents/watch-events.ts'
export { createJobHandlers, type JobHandlerPorts } from './job-handlers.ts'
export * from './jobs/contract.ts'
export * from './jobs/contracts.ts'
export { aliveMs, findMissingWorkers, type WorkerSigns } from './jobs/worker-signs.ts'
export { fillKeyIndex } from './journey/fill-key-index.ts'
export { ERPJourney } from './journey/journey.ts'
export { ERPSearchHit } from './journey/search-records.ts'
export { type ByteBudget, createByteBudget } from './kernel/byte-budget.ts'
export * from './kernel/caller.ts'
export { certificateFault } from './kernel/certificate-fault.ts'
export { type DeadlineSignal, deadlineSignal } from './kernel/deadline-signal.ts'
export * from './kernel/error-catalog.ts'
export { type ErrorDefinition, type ErrorKind, errorKinds } from './kernel/error-kind.ts'
export { errorText } from './kernel/error-texts.ts'
export * from './kernel/errors.ts'
export { faultIn, withFaultsIn } from './kernel/fault-texts.ts'
export { type Issue, toIssues } from './kernel/issues.ts'
export { type Language, languages } from './kernel/language.ts'
export * from './kernel/listing.ts'
export { describeError, logOptions } from './kernel/log-options.ts'
export { type ErpCall, type JobExecution, type Metrics, noMetrics, type WebhookAttempt } from './kernel/metrics.ts'
export { didYouMean, nearestName } from './kernel/nearest-name.ts'
export { isObject, ownValue } from './kernel/objects.ts'
export { plainMessage } from './kernel/plain-message.ts'
export * from './kernel/ports.ts'
export * from './kernel/redact.ts'
export * from './kernel/secret-box.ts'
export * from './kernel/tracing.ts'
export {
  isUnreadable,
  nullIfUnreadable,
  type UnreadableItem,
  type UnreadableItems,
  UnreadableKind,
  unreadableKinds,
} from './kernel/unreadable.ts'
export { usualCauses } from './kernel/usual-causes.ts'
export { version } from './kernel/version.ts'
export type { VersionedList } from './kernel/versioned-list.ts'
export { describeOperations, ERPMappingOperation } from './mapping/describe-operations.ts'
export { filterOperators } from './mapping/filters.ts'
export { operationNames, operations } from './mapping/operations.ts'
export type * from './notifications/channel.ts'
export { NotificationDelivery } from './notifications/delivery.ts'
export type { NotificationMessage, Tone } from './notifications/message.ts'
export { NewNotificationRoute, NotificationPreviewRequest, NotificationRouteChange } from './notifications/new-route.ts'
export { Told } from './notifications/news.ts'
export { Notice } from './notifications/notice.ts'
export * from './notifications/notification-route.ts'
export type * from './notifications/notification-store.ts'
export { NotificationPreview } from './notifications/preview-routes.ts'
export { resealRoutes } from './notifications/reseal-routes.ts'
export { notificationReader, wakeNotifications } from './notifications/wake-notifications.ts'
export { type Data, generalPath } from './outbox/change-set.ts'
export { connectionOfConflict, ERPConflict } from './outbox/conflict.ts'
export type * from './outbox/conflict-store.ts'
export { ConflictDecision, decisionDays, type NewDecision, overtaken } from './outbox/decision.ts'
export { conflictReasons, type OutboxEntry, type PushStatus, parseEntry, printEntry } from './outbox/entry.ts'
export { ERPForm } from './outbox/erp-form.ts'
export type * from './outbox/held-record.ts'
export { ConflictStatus } from './outbox/list-conflicts.ts'
export * from './outbox/outbox-store.ts'
export { recountBacklogs } from './outbox/recount-backlogs.ts'
export { ConflictResolutionRequest } from './outbox/resolve-conflict.ts'
export { ConflictBatchRequest, ConflictBatchResult } from './outbox/resolve-many.ts'
export { SettledConflicts } from './outbox/settle-conflicts.ts'
export { maxWritten, WrittenRecord } from './outbox/write-records.ts'
export { ERPChoices } from './previews/choices.ts'
export { ERPMappingEvaluation, EvaluationRequest } from './previews/evaluation.ts'
export {
  AnyPreviewRequest,
  AskedOfWorker,
  connectionOfPreview,
  ERPPreview,
  PreviewOutcome,
  type Previews,
} from './previews/preview.ts'
export { ERPPushPreview } from './previews/push-preview.ts'
export { runPreview } from './previews/run-preview.ts'
export type { RunPreviewPorts } from './previews/run-preview-ports.ts'
export { canonicalFields } from './records/canonical-fields.ts'
export { DataTypeId, dataTypeIds, dataTypes } from './records/data-types.ts'
export { addDecimals, Decimal, toDecimal } from './records/decimal.ts'
export { describeDataTypes, ERPDataTypeDescription } from './records/describe-data-types.ts'
export { DescribedFile } from './records/described-file.ts'
export { toInstant } from './records/fields.ts'
export type * from './records/key-index.ts'
export * from './records/record.ts'
export { type JsonSchema, recordJsonSchema } from './records/record-json-schema.ts'
export * from './records/record-store.ts'
export { Reject, rejectKeyOf } from './records/reject.ts'
export { ERPStock } from './records/stock.ts'
export type { Invoice } from './records/types/invoices.ts'
export type { OrderStatus, OrderStatusValue } from './records/types/order-status.ts'
export { orderStatuses, orderStatusWords } from './records/types/order-status-words.ts'
export type { Order } from './records/types/orders.ts'
export { structureOf } from './records/unknown-fields.ts'
export { ERPRejectGroup, type GroupedRejects } from './rejects/group-rejects.ts'
export { maskReject } from './rejects/mask-reject.ts'
export { ERPOpenReject } from './rejects/open-reject.ts'
export type * from './rejects/reject-store.ts'
export { ERPReprocessed, ReprocessRequest } from './rejects/reprocess.ts'
export { ERPSyncReject } from './rejects/run-rejects.ts'
export { type ActivityQuery, ERPActivity } from './runs/activity.ts'
export type { BalanceVerdict } from './runs/balance-verdict.ts'
export * from './runs/claim.ts'
export { followCircuits } from './runs/follow-circuit.ts'
export { binsPerDoubling, type Histogram } from './runs/histogram.ts'
export { ERPOverview } from './runs/overview.ts'
export { rescueRuns } from './runs/rescue.ts'
export * from './runs/run.ts'
export { ERPSyncBalance, judgeBalance } from './runs/run-balance.ts'
export { runSchedule } from './runs/run-schedule.ts'
export * from './runs/run-store.ts'
export { type RunPorts, type Started, SyncRequest } from './runs/start-run.ts'
export * from './runs/statistics.ts'
export { ERPSyncLog, RunEntry, syncLogIn, toERPSyncLog } from './runs/sync-log.ts'
export { type BucketQuery, type BucketSize, bucketSizes, bucketSpans, type TimeBucket } from './runs/time-buckets.ts'
export {
  ERPSyncTimeline,
  type ExecutionTime,
  maxPhases,
  nothingSpent,
  Phase,
  type RunPhases,
  type SpentTime,
} from './runs/timeline.ts'
export { CronReading, Timezone } from './schedules/cron.ts'
export {
  firstTime,
  isLaterThanRule,
  isSameRule,
  type ScheduleRule,
  type Scheduler,
  type ScheduleWithPayload,
  type StoredSchedule,
  type Upcoming,
} from './schedules/schedule.ts'
export { slotIn } from './schedules/skip-reasons.ts'
export { Pause, type ScheduleDirection, type ScheduledStream, Slot, type SlotLog, slotsKept } from './schedules/slot.ts'
export { createAllowedAge } from './streams/allowed-age.ts'
export { hoursOfWeek, judgeVolume, type VolumeHistory, weeksKept } from './streams/judge-volume.ts'
export type { StreamQuery } from './streams/list-streams.ts'
export { ERPStream } from './streams/stream.ts'
export type * from './streams/stream-store.ts'
export { createStreamWatcher, type WatchStreamsPorts, watchStreams, watchStreamsMs } from './streams/watch-streams.ts'
export { type RunSyncPorts, runSync } from './sync/run-sync.ts'
export { reconcileAllSchedules, reconcileSchedules, type SchedulePorts } from './sync-configs/reconcile.ts'
export { type RepairPorts, repairSchedules } from './sync-configs/repair-schedules.ts'
export { etagOfConfig } from './sync-configs/revisions.ts'
export {
  connectionOfSyncConfig,
  ERPSyncConfiguration,
  maxRevisions,
  SyncConfig,
  SyncConfigContent,
  type SyncConfigRepository,
  SyncConfigRevision,
  SyncDirection,
} from './sync-configs/sync-config.ts'
export { NewSyncConfig, SyncConfigChange } from './sync-configs/sync-config-commands.ts'
export * from './updates/update.ts'
export { type WatchWebhookPorts, watchWebhooks } from './watch-webhooks.ts'
export { type DeliverPorts, deliverEvents } from './webhooks/deliver-events.ts'
export * from './webhooks/delivery.ts'
export { ReplayRequest, StartedReplay } from './webhooks/delivery-commands.ts'
export * from './webhooks/delivery-store.ts'
export { downAfterFailures, givenUpAfterMs, type Verdict } from './webhooks/judge-attempt.ts'
export { type ResealWebhookPorts, resealWebhooks } from './webhooks/reseal-webhooks.ts'
export { type SendAgain, sendAgain } from './webhooks/send-again.ts'
export {
  type KnownWebhook,
  NewWebhook,
  StoredWebhook,
  Webhook,
  WebhookChange,
  WebhookPause,
  type WebhookState,
} from './webhooks/webhook.ts'
export { type WakePorts, webhookReaders } from './webhooks/webhook-readers.ts'
export * from './webhooks/webhook-sender.ts'
export type { WebhookStore } from './webhooks/webhook-store.ts'
