import { mustFindConnector, mustGetConnection } from '../connections/connection-commands.ts'
import { assertMayAct, type Caller } from '../kernel/caller.ts'
import { AppError } from '../kernel/errors.ts'
import { parseInput } from '../kernel/parse-input.ts'
import { assertKnownFields } from '../mapping/check-fields.ts'
import { dataTypes } from '../records/data-types.ts'
import { type ERPMappingEvaluation, EvaluationRequest } from './evaluation.ts'
import { previewIdFor } from './preview.ts'
import { awaitOutcome, graceMs, type PreviewPorts } from './preview-command.ts'

/**
 * Asks a worker what a mapping makes of some rows; the caller waits for it with `awaitEvaluation`. It reads nothing of the ERP and changes
 * nothing, so it is no command: an editor asks after each change, and the audit trail would be full of it. Throws `request.forbidden` and
 * `request.invalid`.
 */
export async function requestEvaluation(caller: Caller, request: unknown, ports: PreviewPorts) {
  assertMayAct(caller, 'operator')
  const { connectionId, ...asked } = parseInput(EvaluationRequest, request)
  const connection = await mustGetConnection(ports.connections, connectionId)
  const connector = mustFindConnector(ports.connectors, connection)
  const { dataType, raw, found, mapping } = asked
  if (!connector.capabilities[dataType]?.pull) throw new AppError('connection.not-capable', `${connector.title} cannot pull "${dataType}"`)
  if (found && found.length !== raw.length) {
    const message = `must have one entry for each of the ${raw.length} rows`
    throw new AppError('request.invalid', `found ${message}`, { details: { issues: [{ path: 'found', message }] } })
  }
  assertKnownFields(dataType, mapping, 'mapping.')
  const previewId = previewIdFor(connectionId, ports.clock.now(), ports.ids.random(6))
  const { timeout: timeoutMs } = connection.settings
  await ports.previews.ask(previewId, { ...asked, direction: 'evaluate' }, timeoutMs + graceMs)
  const title = `mapping of ${dataTypes[dataType].title.toLowerCase()} · ${connection.name}`
  await ports.queue.enqueue('erp-preview', { connectionId, previewId }, title)
  return { previewId, timeoutMs }
}

/** Returns the evaluation. Throws as `awaitPreview` does. */
export async function awaitEvaluation(...[previewId, ports, signal]: Parameters<typeof awaitOutcome>): Promise<ERPMappingEvaluation> {
  const outcome = await awaitOutcome(previewId, ports, signal)
  if ('evaluation' in outcome) return outcome.evaluation
  throw new Error(`${previewId} is no evaluation of a mapping`)
}
