import type { ERPEvent } from '../events/event.ts'
import { isObject } from '../kernel/objects.ts'
import type { StoredWebhook } from './webhook.ts'

type Filters = Pick<StoredWebhook, 'events' | 'connectionIds' | 'clientIds'>

/** Whose events are wanted: the clients of a connection, and of its sites. */
export type ClientsOf = (connectionId: string) => Promise<readonly string[]>

/** The connections that an event is about: one, none, or all of an incident. */
export function connectionsOf({ data }: Pick<ERPEvent, 'data'>): readonly string[] {
  const { connectionId, incident } = data
  const ofIncident = isObject(incident) && Array.isArray(incident.connectionIds) ? incident.connectionIds : []
  return [...new Set([connectionId, ...ofIncident].filter((id) => typeof id === 'string'))]
}

/** Whether a webhook gets an event. With filters, an event that is about no connection is not wanted. */
export async function wantsEvent({ events, connectionIds, clientIds }: Filters, event: ERPEvent, clientsOf: ClientsOf): Promise<boolean> {
  if (!events.some((wanted) => wanted === '*' || wanted === event.type)) return false
  if (!connectionIds && !clientIds) return true
  for (const id of connectionsOf(event)) {
    if (connectionIds && !connectionIds.includes(id)) continue
    if (!clientIds || (await clientsOf(id)).some((client) => clientIds.includes(client))) return true
  }
  return false
}
