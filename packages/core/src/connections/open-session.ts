import type { Connector, ConnectorRegistry, ConnectorState, CredentialFields, ProviderSettings, Session } from '../connector/connector.ts'
import type { Inbox } from '../connector/inbound.ts'
import { whyNoConnector } from '../connector/registry.ts'
import { AppError } from '../kernel/errors.ts'
import type { Metrics } from '../kernel/metrics.ts'
import type { CallRank, Clock, Logger, OutboundPolicy, RateLimiter } from '../kernel/ports.ts'
import type { Redactor } from '../kernel/redact.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { Tracing } from '../kernel/tracing.ts'
import { createCallLimit, type PermitWaits } from './call-limit.ts'
import type { Connection } from './connection.ts'
import { parseSettings } from './credentials.ts'
import { plainSecrets } from './plain-secrets.ts'
import { sealingContext } from './sealing.ts'
import { isSealedSetting, withSealedSettings } from './secret-settings.ts'

export interface SessionPorts {
  readonly connectors: ConnectorRegistry
  readonly secrets: SecretBox
  readonly rateLimiter: RateLimiter
  /** By the connection's id. */
  readonly connectorStateOf: (connectionId: string) => ConnectorState
  readonly inboxOf: (connectionId: string) => Inbox
  readonly outbound: OutboundPolicy
  readonly clock: Clock
  readonly logger: Logger
  readonly metrics: Metrics
  /** Without it nothing is traced. */
  readonly tracing?: Tracing
  /** Without it only the session's own signal ends a wait. */
  readonly permitWaits?: PermitWaits
}

/** What a connector is given of a connection. */
export interface Opened {
  readonly connector: Connector
  readonly settings: ProviderSettings
  readonly credentials: CredentialFields
}

/**
 * The one place where sealed credentials become readable. Each of them is told to `redactor`,
 * which must clean whatever leaves the session: log lines, entries, errors.
 */
export function openCredentials(
  connection: Connection,
  { connectors, secrets }: Pick<SessionPorts, 'connectors' | 'secrets'>,
  redactor: Redactor,
): Opened {
  const connector = connectors.find(connection)
  if (!connector) throw new AppError('setup.settings-invalid', whyNoConnector(connectors, connection).message)
  const opened = Object.entries(connection.sealed).map(
    ([field, sealed]) => [field, secrets.open(sealed, sealingContext(connection.id, field))] as const,
  )
  redactor.add(opened.map(([, plain]) => plain))
  redactor.add(plainSecrets(connector, connection).map(({ value }) => value))
  const proofs = Object.fromEntries(opened.filter(([name]) => !isSealedSetting(name)))
  const { webhookSecret: _, ...own }: CredentialFields = { ...connection.credentials, ...proofs } // it is for what comes in
  const credentials = connector.credentials.parse(own)
  const settings = parseStored(connector, withSealedSettings(connection.settings, Object.fromEntries(opened)))
  return { connector, settings, credentials }
}

/** The secret by which the ERP of a connection proves its events; null if there is none. */
export function openWebhookSecret({ id, sealed }: Connection, secrets: SecretBox): string | null {
  return sealed.webhookSecret ? secrets.open(sealed.webhookSecret, sealingContext(id, 'webhookSecret')) : null
}

/** Opens a conversation with the ERP of a connection. `rank` says whose calls they are if the ERP bears fewer than are wanted. */
export async function openSession(
  connection: Connection,
  ports: SessionPorts,
  signal: AbortSignal,
  redactor: Redactor,
  rank: CallRank = 'person',
): Promise<Session> {
  const { connector, settings, credentials } = openCredentials(connection, ports, redactor)
  const logger = redactedLogger(ports.logger.child({ connectionId: connection.id, connector: connector.id }), redactor)
  for (const { path, message } of plainSecrets(connector, connection)) logger.warn({ field: path }, `${path} ${message}`)
  return connector.open({
    connectionId: connection.id,
    settings,
    credentials,
    enabledDataTypes: connection.settings.enabledDataTypes,
    timeoutMs: connection.settings.timeout,
    pageSize: connection.settings.batchSize,
    outbound: ports.outbound,
    clock: ports.clock,
    logger,
    state: ports.connectorStateOf(connection.id),
    inbox: ports.inboxOf(connection.id),
    ...(ports.tracing?.isOn && { tracing: redactedTracing(ports.tracing, redactor, connection.id) }),
    onCall: (call) => ports.metrics.erpCalled({ connectionId: connection.id, connector: connector.id }, call),
    onSecret: (plain) => redactor.add([plain]),
    acquireCall: createCallLimit(connection, connector, ports.rateLimiter, signal, rank, ports.permitWaits),
    signal,
  })
}

/** Settings were valid when they were stored; a newer version may see it differently. */
function parseStored(connector: Connector, settings: ProviderSettings) {
  try {
    return parseSettings(connector, settings)
  } catch (cause) {
    throw new AppError('setup.settings-invalid', (cause as Error).message, { cause })
  }
}

/** Spans of calls name their connection, and no secret of it. */
const redactedTracing = (tracing: Tracing, redactor: Redactor, connectionId: string): Tracing => ({
  ...tracing,
  start: ({ attributes, ...start }) =>
    tracing.start({ ...start, attributes: { ...redactor.cleanDeep(attributes ?? {}), 'linkspan.connection.id': connectionId } }),
})

function redactedLogger(logger: Logger, redactor: Redactor): Logger {
  const cleaned = (write: (fields: object, message: string) => void) => (fields: object, message: string) =>
    write(redactor.cleanDeep(fields), redactor.clean(message))
  return {
    debug: cleaned(logger.debug.bind(logger)),
    info: cleaned(logger.info.bind(logger)),
    warn: cleaned(logger.warn.bind(logger)),
    error: cleaned(logger.error.bind(logger)),
    child: (fields) => redactedLogger(logger.child(fields), redactor),
  }
}
