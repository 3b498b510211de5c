import type { ConnectionRepository } from '../connections/connection.ts'
import { mustGetConnection } from '../connections/connection-commands.ts'
import { openCredentials } from '../connections/open-session.ts'
import type { Admission, InboundAnswer, InboundHead, InboundRequest } from '../connector/inbound.ts'
import { AppError, toAppError } from '../kernel/errors.ts'
import type { Logger } from '../kernel/ports.ts'
import { createRedactor } from '../kernel/redact.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { RunPorts } from '../runs/start-run.ts'
import type { InboxStore } from './inbox-store.ts'
import { tryInboundRun } from './start-inbound-run.ts'

export interface ReceivePorts extends RunPorts {
  readonly connections: ConnectionRepository
  readonly secrets: SecretBox
  readonly inbox: InboxStore
}

/**
 * Takes a message that an ERP sends unasked. It stores the documents, starts a sync for each of their data types, and returns the answer
 * for the ERP; the syncs work afterwards. Throws `request.not-found` if the connection accepts no messages.
 */
export async function receive(connectionId: string, request: InboundRequest, ports: ReceivePorts): Promise<InboundAnswer> {
  const connection = await mustGetConnection(ports.connections, connectionId)
  const redactor = createRedactor()
  try {
    const { connector, settings, credentials } = openCredentials(connection, ports, redactor)
    if (!connector.receive) throw new AppError('request.not-found', `${connector.title} accepts no messages from the ERP`)
    const reception = await connector.receive(request, {
      settings,
      credentials,
      enabledDataTypes: connection.settings.enabledDataTypes,
      clock: ports.clock,
    })
    if (reception.messageId === null) return reception.answer
    const { isNew, answer } = await ports.inbox.take(connectionId, reception.messageId, reception)
    const dataTypes = new Set(reception.documents.map(({ dataType }) => dataType))
    if (isNew) for (const dataType of dataTypes) await tryInboundRun(connectionId, dataType, ports)
    return answer
  } catch (thrown) {
    const error = toAppError(thrown)
    throw new AppError(error.code, redactor.clean(error.message), { cause: thrown, details: redactor.cleanDeep(error.details) })
  }
}

/**
 * Judges a message by its head, before its body is read. Throws `request.not-found` if there is no such connection, or it accepts no
 * messages.
 */
export async function admit(connectionId: string, head: InboundHead, ports: ReceivePorts): Promise<Admission> {
  const connection = await mustGetConnection(ports.connections, connectionId)
  const { connector, settings, credentials } = openCredentials(connection, ports, createRedactor())
  if (!connector.receive) throw new AppError('request.not-found', `${connector.title} accepts no messages from the ERP`)
  const { enabledDataTypes } = connection.settings
  return (await connector.admit?.(head, { settings, credentials, enabledDataTypes, clock: ports.clock })) ?? 'unproven'
}

/** Starts syncs for documents that are still waiting, because they came while a sync was ending or when none could start. */
export async function syncWaitingDocuments(ports: RunPorts & { readonly inbox: InboxStore; readonly logger: Logger }): Promise<void> {
  for (const { connectionId, dataType } of await ports.inbox.waiting()) {
    ports.logger.debug({ connectionId, dataType }, 'Inbound documents are waiting')
    await tryInboundRun(connectionId, dataType, ports)
  }
}
