import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import type { ConnectionRepository } from '../connections/connection.ts'
import { mustFindConnector, mustGetConnection } from '../connections/connection-commands.ts'
import type { ConnectorRegistry } from '../connector/connector.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import { AppError } from '../kernel/errors.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import { assertKnownFields } from '../mapping/check-fields.ts'
import type { OutboxStore } from '../outbox/outbox-store.ts'
import { parseWrittenRecord, planChanges } from '../outbox/write-records.ts'
import { dataTypes } from '../records/data-types.ts'
import { AnyPreviewRequest, type ERPPreview, type PreviewFailure, type PreviewOutcome, type Previews, previewIdFor } from './preview.ts'
import type { ERPPushPreview } from './push-preview.ts'

export interface PreviewPorts {
  readonly connections: ConnectionRepository
  readonly connectors: ConnectorRegistry
  readonly previews: Previews
  readonly queue: JobQueue
  readonly clock: Clock
  readonly ids: Ids
  readonly outbox: OutboxStore
}

/** How long a request stays stored after its timeout, if nobody removes it. */
export const graceMs = 60_000

/** Enqueues a preview, if its record is valid; the connection need not be active. The caller waits for it with `awaitPreview`. */
export const previewCommand = (command: ReturnType<typeof createCommands>, ports: PreviewPorts) =>
  command({
    action: 'erp_preview_requested',
    role: 'operator',
    input: z.object({ id: z.string(), request: AnyPreviewRequest }),
    async run({ id, request }) {
      const connection = await mustGetConnection(ports.connections, id)
      const connector = mustFindConnector(ports.connectors, connection)
      const { dataType, direction = 'pull' } = request
      if (!connector.capabilities[dataType]?.[direction])
        throw new AppError('connection.not-capable', `${connector.title} cannot ${direction} "${dataType}"`)
      assertKnownFields(dataType, request, '')
      if (request.direction === 'push') await planChanges({ connectionId: id, dataType }, [parseWrittenRecord(request.record)], ports)
      const previewId = previewIdFor(id, ports.clock.now(), ports.ids.random(6))
      const { timeout: timeoutMs } = connection.settings
      await ports.previews.ask(previewId, request, timeoutMs + graceMs)
      const title = `preview ${dataTypes[dataType].title.toLowerCase()} · ${connection.name}`
      await ports.queue.enqueue('erp-preview', { connectionId: id, previewId }, title)
      return {
        output: { previewId, timeoutMs },
        target: id,
        changes: { dataType, ...(request.direction === 'push' ? { direction } : { limit: request.limit }) },
      }
    },
  })

/** Returns the preview. Throws as `awaitOutcome` does. */
export async function awaitPreview(...[previewId, ports, signal]: Parameters<typeof awaitOutcome>): Promise<ERPPreview | ERPPushPreview> {
  const outcome = await awaitOutcome(previewId, ports, signal)
  if ('preview' in outcome) return outcome.preview
  throw new Error(`${previewId} is no preview of records`)
}

/**
 * Returns what a worker answered. Throws the error that it failed with, or `preview.unanswered` when `signal` aborts first.
 * In every case the request, the answer and the job are removed.
 */
export async function awaitOutcome(
  previewId: string,
  { previews, queue }: Pick<PreviewPorts, 'previews' | 'queue'>,
  signal: AbortSignal,
): Promise<Exclude<PreviewOutcome, { readonly failure: PreviewFailure }>> {
  try {
    const outcome = await previews.wait(previewId, signal)
    if (!outcome) throw new AppError('preview.unanswered', "No worker answered within the connection's settings.timeout")
    if (!('failure' in outcome)) return outcome
    const { code, message, ...more } = outcome.failure
    throw new AppError(code, message, more)
  } finally {
    await Promise.all([previews.forget(previewId), queue.withdraw('erp-preview', previewId)])
  }
}
