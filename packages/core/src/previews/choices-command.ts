import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { mustFindConnector, mustGetConnection } from '../connections/connection-commands.ts'
import type { Connector } from '../connector/connector.ts'
import { AppError } from '../kernel/errors.ts'
import type { ERPChoices } from './choices.ts'
import { previewIdFor } from './preview.ts'
import { awaitOutcome, graceMs, type PreviewPorts } from './preview-command.ts'

/** Enqueues the question what the ERP has for a setting; the connection need not be active. The caller waits for it with `awaitChoices`. */
export const choicesCommand = (command: ReturnType<typeof createCommands>, ports: PreviewPorts) =>
  command({
    action: 'erp_preview_requested',
    role: 'operator',
    input: z.object({ id: z.string(), field: z.string() }),
    async run({ id, field }) {
      const connection = await mustGetConnection(ports.connections, id)
      throwIfNotListed(mustFindConnector(ports.connectors, connection), field)
      const previewId = previewIdFor(id, ports.clock.now(), ports.ids.random(6))
      const { timeout: timeoutMs } = connection.settings
      await ports.previews.ask(previewId, { direction: 'choices', field }, timeoutMs + graceMs)
      await ports.queue.enqueue('erp-preview', { connectionId: id, previewId }, `choices of ${field} · ${connection.name}`)
      return { output: { previewId, timeoutMs }, target: id, changes: { choices: field } }
    },
  })

function throwIfNotListed({ title, choices = {} }: Connector, field: string): void {
  if (Object.hasOwn(choices, field)) return
  const known = Object.keys(choices)
  const offer = known.length === 0 ? 'it lists the values of no setting' : `it lists those of ${known.join(', ')}`
  throw new AppError('connection.no-choices', `${title} does not list the values of ${JSON.stringify(field)}: ${offer}`)
}

/** Returns the choices. Throws as `awaitPreview` does. */
export async function awaitChoices(...[previewId, ports, signal]: Parameters<typeof awaitOutcome>): Promise<ERPChoices> {
  const outcome = await awaitOutcome(previewId, ports, signal)
  if ('choices' in outcome) return outcome.choices
  throw new Error(`${previewId} is no question for choices`)
}
