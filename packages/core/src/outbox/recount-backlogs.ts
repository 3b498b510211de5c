import type { ConnectionRepository } from '../connections/connection.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { OutboxStore } from './outbox-store.ts'

interface RecountPorts {
  readonly connections: Pick<ConnectionRepository, 'list'>
  readonly outbox: Pick<OutboxStore, 'recountBacklog' | 'forgetLostBacklogs'>
}

/**
 * Counts anew how much waits in all connections, and finds their conflicts for the common list: it mends what a process that died has not
 * noted, and what a version stored that did not count or list.
 */
export async function recountBacklogs({ connections, outbox }: RecountPorts): Promise<void> {
  for await (const page of everyPage((cursor) => connections.list({ limit: 100, cursor })))
    for (const { id } of page) await outbox.recountBacklog(id)
  await outbox.forgetLostBacklogs()
}
