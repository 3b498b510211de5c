import type { AuditLog } from '../audit/audit.ts'
import { AppError, toAppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { Connection, ConnectionRepository } from './connection.ts'
import { sealingContext } from './credentials.ts'

export interface ResealPorts {
  readonly audit: AuditLog
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly secrets: SecretBox
}

export interface Resealed {
  /** Connections whose secrets rest under the first key from now on; of a dry run, those that would. */
  readonly resealed: number
  /** Connections with nothing to do: all under the first key already, or without secrets. */
  readonly current: number
  /** Connections that hold a secret which no key opens. */
  readonly failed: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
}

const pageSize = 100

/**
 * Seals all stored credentials with the first key of the ring, so that the others can be taken away. Safe beside a running platform and
 * safe to repeat: one that a person changes meanwhile is read again. It grows a connection's revision, nothing else that can be seen.
 */
export async function resealConnections(ports: ResealPorts, { dryRun }: { readonly dryRun: boolean }): Promise<Resealed> {
  const found = { resealed: 0, current: 0, failed: [] as { id: string; name: string; reason: string }[] }
  for (let cursor: string | undefined, isMore = true; isMore; ) {
    const { items, next } = await ports.connections.list({ limit: pageSize, ...(cursor !== undefined && { cursor }) })
    for (const connection of items) {
      try {
        found[(await reseal(connection, ports, dryRun)) ? 'resealed' : 'current'] += 1
      } catch (thrown) {
        const { code, message } = toAppError(thrown)
        if (code === 'store.unavailable') throw thrown
        if (code !== 'request.not-found') found.failed.push({ id: connection.id, name: connection.name, reason: message })
      }
    }
    cursor = next ?? undefined
    isMore = next !== null
  }
  return found
}

/** Whether there was anything to do. */
async function reseal(listed: Connection, ports: ResealPorts, dryRun: boolean): Promise<boolean> {
  for (let connection: Connection | null = listed; connection; connection = await ports.connections.get(listed.id)) {
    const fields = Object.entries(connection.sealed).filter(([, sealed]) => !ports.secrets.isCurrent(sealed))
    const anew = fields.map(([field, sealed]) => [field, ports.secrets.reseal(sealed, sealingContext(listed.id, field))])
    if (fields.length === 0) return false
    if (dryRun) return true
    try {
      await ports.connections.update({ ...connection, sealed: { ...connection.sealed, ...Object.fromEntries(anew) } }, connection)
    } catch (thrown) {
      if (toAppError(thrown).code === 'request.stale') continue
      throw thrown
    }
    await ports.audit.append({
      at: ports.clock.now().toISOString(),
      action: 'erp_connection_updated',
      actor: { id: 'reseal', role: null, authentication: 'command' },
      ipAddress: null,
      userAgent: null,
      requestId: null,
      target: connection.id,
      outcome: 'ok',
      changes: { sealedAnew: fields.map(([field]) => field) },
    })
    return true
  }
  throw new AppError('request.not-found', `Connection ${listed.id} was deleted`)
}
