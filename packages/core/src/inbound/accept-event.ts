import type { Connection } from '../connections/connection.ts'
import { mustGetConnection } from '../connections/connection-commands.ts'
import { openWebhookSecret } from '../connections/open-session.ts'
import { WebhookSettings } from '../connections/webhook-settings.ts'
import type { InboundRequest } from '../connector/inbound.ts'
import { AppError, toAppError } from '../kernel/errors.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { DataTypeId } from '../records/data-types.ts'
import type { RunPorts } from '../runs/start-run.ts'
import { dataTypesOf } from './data-types-of.ts'
import type { ErpEventStore } from './event-store.ts'
import { proveEvent, unproven } from './prove-event.ts'
import { startInboundRun, tryInboundRun } from './start-inbound-run.ts'

export interface AcceptEventPorts extends RunPorts {
  readonly secrets: SecretBox
  readonly erpEvents: ErpEventStore
}

/** An event that was taken, with the run that reads what has changed; null if that starts later. */
export interface AcceptedEvent {
  readonly syncLogId: string | null
}

/**
 * Takes an event that an ERP sends: checks its proof, and starts an incremental sync of each data type that it names. A burst of events
 * makes one run. An event that comes while its run works makes one more afterwards, so no change is missed. Throws `request.not-found`,
 * `webhook.unproven`, `webhook.replayed`, `webhook.unknown-type`, or why the sync cannot start.
 */
export async function acceptEvent(connectionId: string, request: InboundRequest, ports: AcceptEventPorts): Promise<AcceptedEvent> {
  const connection = await mustGetConnection(ports.connections, connectionId)
  const settings = WebhookSettings.parse(connection.settings.webhook ?? {})
  const eventId = proveEvent(settings, secretOf(connection, ports.secrets), request, ports.clock.now())
  const dataTypes = dataTypesOf(settings, request.body)
  if (eventId !== null && !(await ports.erpEvents.isNew(connectionId, eventId)))
    throw new AppError('webhook.replayed', `The event ${eventId.slice(0, 60)} came before, and is not taken again`)
  try {
    const runs: (string | null)[] = []
    for (const dataType of dataTypes) runs.push(await readChanges(connectionId, dataType, ports))
    return { syncLogId: runs[0] ?? null }
  } catch (thrown) {
    if (eventId !== null) await ports.erpEvents.forget(connectionId, eventId)
    throw thrown
  }
}

/** The stream is marked first: whatever happens then, a sync that begins after this moment reads the change. */
async function readChanges(connectionId: string, dataType: DataTypeId, ports: AcceptEventPorts): Promise<string | null> {
  await ports.erpEvents.mark(connectionId, dataType)
  try {
    const { run } = await startInboundRun(connectionId, dataType, ports, { debounce: true })
    return run.id
  } catch (thrown) {
    const { code } = toAppError(thrown)
    if (startsLater.has(code)) return null
    if (neverStarts.has(code)) await ports.erpEvents.unmark(connectionId, dataType)
    throw thrown
  }
}

/** Another run is under way, or the ERP cannot be worked with at the moment: the marked stream waits for the end of that. */
const startsLater: ReadonlySet<string> = new Set(['request.conflict', 'connection.circuit-open'])

/** A stream that cannot be synced for one of these reasons is not tried again by itself. */
const neverStarts: ReadonlySet<string> = new Set(['request.not-found', 'connection.data-type-disabled', 'connection.not-capable'])

function secretOf(connection: Connection, secrets: SecretBox): string {
  const secret = openWebhookSecret(connection, secrets)
  if (secret !== null) return secret
  throw unproven(`connection "${connection.name}" has no webhook secret; POST /erp/connections/${connection.id}/webhook-secret makes one`)
}

/** Starts the syncs of streams that were marked while a run worked, or when none could start. */
export async function syncMarkedStreams(ports: RunPorts & Pick<AcceptEventPorts, 'erpEvents'>): Promise<void> {
  for (const { connectionId, dataType } of await ports.erpEvents.marked()) {
    const obstacle = await tryInboundRun(connectionId, dataType, ports)
    if (obstacle && neverStarts.has(obstacle.code)) await ports.erpEvents.unmark(connectionId, dataType)
  }
}
