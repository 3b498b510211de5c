import type { Connection, ConnectionRepository } from '../connections/connection.ts'
import type { Clock } from '../kernel/ports.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { DataTypeId } from '../records/data-types.ts'
import { closedKeptMs, type IncidentStore } from './incident-store.ts'
import { observeInstallation } from './observe.ts'
import { parts } from './parts.ts'

/** A webhook as incidents see it. */
interface WatchedWebhook {
  readonly id: string
  readonly url: string
  readonly pause: { readonly code: string; readonly message: string; readonly at: string } | null
}

export interface TidyPorts {
  readonly clock: Clock
  readonly connections: Pick<ConnectionRepository, 'get'>
  readonly incidents: Pick<IncidentStore, 'forgetClosed' | 'observe' | 'openParts' | 'resolve'>
  readonly outbox: Pick<OutboxStore, 'read'>
  readonly webhooks: { all(): Promise<readonly WatchedWebhook[]> }
}

const pageSize = 500

/**
 * Resolves the parts that nothing else will resolve, because they are no longer wanted: of a connection that was deleted or switched off,
 * of a data type that it no longer exchanges, of an order that was forgotten. Opens and closes the incidents of paused webhooks, and
 * forgets incidents that were closed long ago.
 */
export async function tidyIncidents(ports: TidyPorts): Promise<void> {
  const { clock, connections, incidents } = ports
  const known = new Map<string, Promise<Connection | null>>()
  const connectionOf = (id: string) => {
    const found = known.get(id) ?? connections.get(id)
    known.set(id, found)
    return found
  }
  const paused = new Map(
    (await ports.webhooks.all()).flatMap((webhook) => (isInTrouble(webhook) ? [[parts.webhook(webhook.id), webhook]] : [])),
  )
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await incidents.openParts({ limit: pageSize, cursor })
    for (const part of items) {
      if (paused.delete(part)) continue
      const message = await whyUnwanted(part, connectionOf, ports).catch(nullIfUnreadable)
      if (message !== null) await incidents.resolve({ kind: 'resolve', part, message, at: clock.now().toISOString() })
    }
    if (next === null) break
    cursor = next
  }
  for (const [part, { url, pause }] of paused) {
    const { message, at } = pause
    await incidents.observe(observeInstallation({ cause: 'webhook.paused', parts: [part], subject: new URL(url).host, message, at }))
  }
  while ((await incidents.forgetClosed(new Date(clock.now().getTime() - closedKeptMs))) > 0);
}

/** A person who pauses a webhook knows it. */
const isInTrouble = (webhook: WatchedWebhook): webhook is WatchedWebhook & { readonly pause: object } =>
  webhook.pause !== null && webhook.pause.code !== 'person'

/** Why nobody waits for a part any more; null if somebody does. */
async function whyUnwanted(
  part: string,
  connectionOf: (id: string) => Promise<Connection | null>,
  { outbox }: Pick<TidyPorts, 'outbox'>,
): Promise<string | null> {
  const [connectionId = '', type, kind, ...rest] = part.split('/')
  if (connectionId.startsWith('hook_')) return 'The webhook was resumed, switched off or deleted'
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
