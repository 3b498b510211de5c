import type { components, ERPSyncLog } from '@linkspan/client'

/** Short names for the types of the API that the pages use. */
export type Stream = components['schemas']['ERPStream']
export type Incident = components['schemas']['Incident']
export type Reject = components['schemas']['ERPSyncReject']
export type RunEntry = components['schemas']['ERPSyncLogEntry']
export type DataType = ERPSyncLog['dataType']
export type Direction = ERPSyncLog['direction']
export type RunStatus = ERPSyncLog['status']
export type Conflict = components['schemas']['ERPConflict']
export type ConflictFate = components['schemas']['ERPConflictFate']
export type ConflictReason = Conflict['reason']
export type Side = 'erp' | 'system'
export type Client = components['schemas']['ERPClient']
export type Site = components['schemas']['ERPSite']
export type SiteERP = components['schemas']['SiteERP']
export type SyncConfig = components['schemas']['ERPSyncConfiguration']
export type Slot = components['schemas']['ERPScheduleSlot']
