import type { components, ERPSyncLog } from '@linkspan/client'

/** Short names for the types of the API that the pages use. */
export type Stream = components['schemas']['ERPStream']
export type Incident = components['schemas']['Incident']
export type Reject = components['schemas']['ERPSyncReject']
export type RunEntry = components['schemas']['ERPSyncLogEntry']
export type Timeline = components['schemas']['ERPSyncTimeline']
export type TimelineSegment = components['schemas']['ERPSyncTimelineSegment']
export type BalanceLine = components['schemas']['ERPSyncBalanceLine']
export type Trigger = ERPSyncLog['trigger']
export type DataType = ERPSyncLog['dataType']
export type Direction = ERPSyncLog['direction']
export type RunStatus = ERPSyncLog['status']
