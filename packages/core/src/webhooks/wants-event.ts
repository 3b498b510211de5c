import { concernedConnections } from '../events/concerned-connections.ts'
import type { ERPEvent } from '../events/event.ts'
import type { StoredWebhook } from './webhook.ts'

type Filters = Pick<StoredWebhook, 'events' | 'connectionIds' | 'clientIds'>

/** Whose events are wanted: the clients of a connection, and of its sites. */
export type ClientsOf = (connectionId: string) => Promise<readonly string[]>

/** Whether a webhook gets an event. With filters, an event that is about no connection is not wanted. */
export async function wantsEvent({ events, connectionIds, clientIds }: Filters, event: ERPEvent, clientsOf: ClientsOf): Promise<boolean> {
  if (!events.some((wanted) => wanted === '*' || wanted === event.type)) return false
  if (!connectionIds && !clientIds) return true
  for (const id of concernedConnections(event)) {
    if (connectionIds && !connectionIds.includes(id)) continue
    if (!clientIds || (await clientsOf(id)).some((client) => clientIds.includes(client))) return true
  }
  return false
}
