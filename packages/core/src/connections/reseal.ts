import type { AuditLog } from '../audit/audit.ts'
import { sealedAnew } from '../audit/sealed-anew.ts'
import { AppError, toAppError } from '../kernel/errors.ts'
import { everyPage } from '../kernel/every-page.ts'
import type { Clock } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { Connection, ConnectionRepository } from './connection.ts'
import { sealingContext } from './sealing.ts'

export interface ResealPorts {
  readonly audit: AuditLog
  readonly clock: Clock
  readonly connections: ConnectionRepository
  readonly secrets: SecretBox
}

export interface Resealed {
  /** How many connections were resealed with the first key; in a dry run, how many would be. */
  readonly resealed: number
  /** How many connections needed nothing: sealed with the first key already, or without secrets. */
  readonly current: number
  /** Connections with a secret that no key opens. */
  readonly failed: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
}

const pageSize = 100

/**
 * Seals all stored credentials with the first key of the keyring, so that the other keys can be removed. It is safe while the platform
 * runs, and safe to repeat: a connection that somebody changes meanwhile is read again. Callers see only that its revision grows.
 */
export async function resealConnections(ports: ResealPorts, { dryRun }: { readonly dryRun: boolean }): Promise<Resealed> {
  const found = { resealed: 0, current: 0, failed: [] as { id: string; name: string; reason: string }[] }
  for await (const page of everyPage((cursor) => ports.connections.list({ limit: pageSize, cursor }))) {
    for (const connection of page) {
      try {
        found[(await reseal(connection, ports, dryRun)) ? 'resealed' : 'current'] += 1
      } catch (thrown) {
        const { code, message } = toAppError(thrown)
        if (code === 'store.unavailable') throw thrown
        if (code !== 'request.not-found') found.failed.push({ id: connection.id, name: connection.name, reason: message })
      }
    }
  }
  return found
}

/** Reseals one connection. Returns whether there was anything to do. */
async function reseal(listed: Connection, ports: ResealPorts, dryRun: boolean): Promise<boolean> {
  for (let connection: Connection | null = listed; connection; connection = await ports.connections.get(listed.id)) {
    const fields = Object.entries(connection.sealed).filter(([, sealed]) => !ports.secrets.isCurrent(sealed))
    const resealed = fields.map(([field, sealed]) => [field, ports.secrets.reseal(sealed, sealingContext(listed.id, field))])
    if (fields.length === 0) return false
    if (dryRun) return true
    try {
      await ports.connections.update({ ...connection, sealed: { ...connection.sealed, ...Object.fromEntries(resealed) } }, connection)
    } catch (thrown) {
      if (toAppError(thrown).code === 'request.stale') continue
      throw thrown
    }
    await ports.audit.append(
      sealedAnew(
        'erp_connection_updated',
        connection.id,
        fields.map(([field]) => field),
        ports.clock,
      ),
    )
    return true
  }
  throw new AppError('request.not-found', `Connection ${listed.id} was deleted`)
}
