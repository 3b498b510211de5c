import type { ConnectionRepository } from '../connections/connection.ts'
import type { OutboxStore } from './outbox-store.ts'

interface RecountPorts {
  readonly connections: Pick<ConnectionRepository, 'list'>
  readonly outbox: Pick<OutboxStore, 'recountBacklog' | 'forgetLostBacklogs'>
}

/**
 * Counts anew how much waits in all connections: it mends what a process that died has not noted, and what a version stored that did not
 * count.
 */
export async function recountBacklogs({ connections, outbox }: RecountPorts): Promise<void> {
  let cursor: string | undefined
  do {
    const { items, next } = await connections.list({ limit: 100, cursor })
    for (const { id } of items) await outbox.recountBacklog(id)
    cursor = next ?? undefined
  } while (cursor)
  await outbox.forgetLostBacklogs()
}
