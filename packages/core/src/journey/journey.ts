import { z } from 'zod'
import { DataTypeId } from '../records/data-types.ts'
import { ERPRecord, recordSyncStatuses } from '../records/record-store.ts'

export const journeyKinds = [
  'written',
  'waited',
  'sent',
  'uncertain',
  'accepted',
  'found',
  'requeued',
  'refused',
  'echo',
  'read',
  'changed',
  'status',
  'conflict',
  'decided',
  'deleted',
] as const
export type JourneyKind = (typeof journeyKinds)[number]

export const JourneyEvent = z
  .object({
    at: z.iso.datetime(),
    kind: z.enum(journeyKinds).describe('What kind of event it is.'),
    words: z.string().describe('What happened, in a sentence.'),
    syncLogId: z.string().optional().describe('The run in which it happened; absent if none did it, or if that is not known.'),
  })
  .meta({ id: 'ERPJourneyEvent' })
export type JourneyEvent = z.infer<typeof JourneyEvent>

export const journeyStates = [...recordSyncStatuses, 'deleted'] as const
export type JourneyState = (typeof journeyStates)[number]

/** What has happened to one record. */
export const ERPJourney = z
  .object({
    erpConnectionId: z.string(),
    connectionName: z.string(),
    dataType: DataTypeId,
    recordId: z.string(),
    erpId: z.string().nullable().describe("The record's id in the ERP; null if it is not known."),
    name: z.string().describe('What people call the record: the number of an order, a SKU.'),
    clientId: z.string().optional().describe('The client that the connection serves; absent if it serves none, or several.'),
    siteId: z.string().optional().describe('The site that the connection serves; absent if it serves none, or several.'),
    state: z
      .object({
        status: z.enum(journeyStates),
        since: z.iso.datetime().optional().describe('Since when, if that is known.'),
        words: z.string().describe('The state in a sentence.'),
      })
      .describe('How it is now.'),
    events: z.array(JourneyEvent).describe('Oldest first.'),
    complete: z
      .boolean()
      .describe(
        'Whether the events are all since the record was first seen here. Of records that only the ERP writes, the latest change is kept.',
      ),
    customer: z.array(z.string()).describe('The state in three plain sentences without internal ids, to be read out to a customer.'),
    record: ERPRecord.pick({ source: true, version: true, updatedAt: true, error: true, conflictId: true, data: true })
      .optional()
      .describe('The record; absent if it was deleted. Fields of employees are masked for viewers.'),
  })
  .meta({ id: 'ERPJourney' })
export type ERPJourney = z.infer<typeof ERPJourney>
