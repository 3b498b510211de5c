import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { Clock } from '../kernel/ports.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { DataTypeId } from '../records/data-types.ts'
import { closedKeptMs, type IncidentStore } from './incident-store.ts'

export interface TidyPorts {
  readonly clock: Clock
  readonly connections: Pick<ConnectionRepository, 'get'>
  readonly incidents: Pick<IncidentStore, 'forgetClosed' | 'openParts' | 'resolve'>
  readonly outbox: Pick<OutboxStore, 'read'>
}

const pageSize = 500

/**
 * Resolves the parts that nothing else will resolve, because they are no longer wanted: of a connection that was deleted or switched off,
 * of a data type that it no longer exchanges, of an order that was forgotten. Forgets incidents that were closed long ago.
 */
export async function tidyIncidents(ports: TidyPorts): Promise<void> {
  const { clock, connections, incidents } = ports
  const known = new Map<string, Promise<Connection | null>>()
  const connectionOf = (id: string) => {
    const found = known.get(id) ?? connections.get(id)
    known.set(id, found)
    return found
  }
  for await (const page of everyPage((cursor) => incidents.openParts({ limit: pageSize, cursor })))
    for (const part of page) {
      const message = await whyUnwanted(part, connectionOf, ports).catch(nullIfUnreadable)
      if (message !== null) await incidents.resolve({ kind: 'resolve', part, message, at: clock.now().toISOString() })
    }
  while ((await incidents.forgetClosed(new Date(clock.now().getTime() - closedKeptMs))) > 0);
}

/** Why nobody waits for a part any more; null if somebody does. */
async function whyUnwanted(
  part: string,
  connectionOf: (id: string) => Promise<Connection | null>,
  { outbox }: Pick<TidyPorts, 'outbox'>,
): Promise<string | null> {
  const [connectionId = '', type, kind, ...rest] = part.split('/')
  if (!connectionId.startsWith('erp_')) return null
  const connection = await connectionOf(connectionId)
  if (connection === null) return 'The connection was deleted'
  if (connection.status === 'inactive') return 'The connection was switched off'
  const dataType = DataTypeId.safeParse(type)
  if (!dataType.success) return null
  if (!connection.settings.enabledDataTypes.includes(dataType.data)) return `The connection no longer exchanges ${dataType.data}`
  if (kind !== 'record') return null
  const recordId = rest.join('/')
  const [held] = await outbox.read({ connectionId, dataType: dataType.data }, [recordId])
  return held?.entry ? null : `${recordId} was removed`
}
