import type { CheckFacts } from '../connector/connector.ts'
import { deadlineSignal } from '../kernel/deadline-signal.ts'
import { toAppError } from '../kernel/errors.ts'
import { everyPage } from '../kernel/every-page.ts'
import { createRedactor } from '../kernel/redact.ts'
import { type CertificateNotices, certificateNotice } from './certificate-notice.ts'
import type { Connection, ConnectionRepository } from './connection.ts'
import { openSession, type SessionPorts } from './open-session.ts'

export type WatchCertificatesPorts = SessionPorts & {
  readonly connections: Pick<ConnectionRepository, 'list' | 'note'>
  readonly certificates: CertificateNotices
}

const pageSize = 100

/**
 * Looks at the certificates of all ERPs, without logging in anywhere, and tells which of them end soon. Called once a day. Throws only if
 * the store fails: an ERP that does not answer keeps the certificate that was seen last.
 */
export async function watchCertificates(ports: WatchCertificatesPorts, signal: AbortSignal): Promise<void> {
  for await (const page of everyPage((cursor) => ports.connections.list({ limit: pageSize, cursor })))
    for (const connection of page) {
      if (signal.aborted) return
      if (connection.status !== 'inactive') await watchCertificate(connection, ports, signal)
    }
}

async function watchCertificate(connection: Connection, ports: WatchCertificatesPorts, signal: AbortSignal): Promise<void> {
  const { id, health } = connection
  const { certificateExpiresAt = health?.certificateExpiresAt } = await lookAtCertificate(connection, ports, signal)
  if (health && health.certificateExpiresAt !== certificateExpiresAt)
    await ports.connections.note(id, { health: { ...health, certificateExpiresAt } })
  await ports.certificates.tell(id, certificateNotice(certificateExpiresAt, ports.clock.now()))
}

/** Runs the steps of a connection test that see the certificate: they connect, and send nothing. */
async function lookAtCertificate(connection: Connection, ports: WatchCertificatesPorts, signal: AbortSignal): Promise<CheckFacts> {
  using deadline = deadlineSignal(connection.settings.timeout, signal)
  try {
    await using session = await openSession(connection, ports, deadline.signal, createRedactor())
    const [step] = session.checks().filter(({ name }) => name === 'TCP/TLS')
    await step?.run().catch(toAppError)
    return step?.facts?.() ?? {}
  } catch {
    return {} // a connection that cannot be opened: its runs and its tests say why
  }
}
