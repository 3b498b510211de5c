import type { components, ERPSyncLog } from '@linkspan/client'

/** Short names for the types of the API that the pages use. */
export type Stream = components['schemas']['ERPStream']
export type Incident = components['schemas']['Incident']
export type Reject = components['schemas']['ERPSyncReject']
export type RunEntry = components['schemas']['ERPSyncLogEntry']
export type SearchHit = components['schemas']['ERPSearchHit']
export type Journey = components['schemas']['ERPJourney']
export type ListedRecord = components['schemas']['ERPRecord'] | components['schemas']['ERPDeletedRecord']
export type RecordState = SearchHit['syncStatus']
export type DataType = ERPSyncLog['dataType']
export type Direction = ERPSyncLog['direction']
export type RunStatus = ERPSyncLog['status']
