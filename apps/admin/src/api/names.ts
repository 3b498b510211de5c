import type { components, ERPSyncLog } from '@linkspan/client'

/** Short names for the types of the API that the pages use. */
export type Stream = components['schemas']['ERPStream']
export type Incident = components['schemas']['Incident']
export type Reject = components['schemas']['ERPSyncReject']
export type OpenReject = components['schemas']['ERPOpenReject']
export type RejectGroup = components['schemas']['ERPRejectGroup']
export type Reprocessed = components['schemas']['ERPReprocessed']
export type RunEntry = components['schemas']['ERPSyncLogEntry']
export type Timeline = components['schemas']['ERPSyncTimeline']
export type TimelineSegment = components['schemas']['ERPSyncTimelineSegment']
export type BalanceLine = components['schemas']['ERPSyncBalanceLine']
export type Trigger = ERPSyncLog['trigger']
export type SearchHit = components['schemas']['ERPSearchHit']
export type Journey = components['schemas']['ERPJourney']
export type ListedRecord = components['schemas']['ERPRecord'] | components['schemas']['ERPDeletedRecord']
export type RecordState = SearchHit['syncStatus']
export type DataType = ERPSyncLog['dataType']
export type Direction = ERPSyncLog['direction']
export type RunStatus = ERPSyncLog['status']
export type Activity = components['schemas']['ERPActivity']
export type AuditEvent = components['schemas']['AuditEvent']
export type Webhook = components['schemas']['ERPWebhook']
export type WebhookDelivery = components['schemas']['ERPWebhookDeliverySummary']
export type NotificationRoute = components['schemas']['NotificationRoute']
export type NotificationDelivery = components['schemas']['NotificationDelivery']
export type Installation = components['schemas']['Installation']
export type BrowserSession = components['schemas']['Session']

export const dataTypeNames = [
  'orders',
  'products',
  'order_status',
  'inventory',
  'employees',
  'invoices',
] as const satisfies readonly DataType[]
export type ConflictPolicy = components['schemas']['ERPSyncConfiguration']['settings']['conflictResolution']
export type Conflict = components['schemas']['ERPConflict']
export type ConflictFate = components['schemas']['ERPConflictFate']
export type ConflictReason = Conflict['reason']
export type Side = 'erp' | 'system'
export type Client = components['schemas']['ERPClient']
export type Site = components['schemas']['ERPSite']
export type SiteERP = components['schemas']['SiteERP']
export type SyncConfig = components['schemas']['ERPSyncConfiguration']
export type Slot = components['schemas']['ERPScheduleSlot']

/** What a connection syncs of one data type. */
export interface StreamName {
  readonly id: string
  readonly dataType: DataType
}
