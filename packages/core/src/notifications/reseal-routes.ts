import type { AuditLog } from '../audit/audit.ts'
import { sealedAnew } from '../audit/sealed-anew.ts'
import { sealingContext } from '../connections/sealing.ts'
import { toAppError } from '../kernel/errors.ts'
import type { Clock } from '../kernel/ports.ts'
import type { Sealed, SecretBox } from '../kernel/secret-box.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import type { StoredRoute } from './notification-route.ts'
import { routesOf, routesOwner } from './routes-of.ts'

export interface ResealRoutesPorts {
  readonly audit: AuditLog
  readonly clock: Clock
  readonly notificationRoutes: VersionedList<StoredRoute>
  readonly secrets: SecretBox
}

export interface ResealedRoutes {
  /** How many routes were resealed with the first key; in a dry run, how many would be. */
  readonly resealed: number
  /** How many routes needed nothing. */
  readonly current: number
  /** Routes with a secret that no key opens. */
  readonly failed: readonly { readonly id: string; readonly name: string; readonly reason: string }[]
}

/** Seals the secrets of all notification routes with the first key of the keyring. It is safe while the platform runs, and safe to repeat. */
export async function resealRoutes(ports: ResealRoutesPorts, { dryRun }: { readonly dryRun: boolean }): Promise<ResealedRoutes> {
  const { notificationRoutes, secrets, audit, clock } = ports
  const fresh = new Map<string, StoredRoute['sealed']>()
  const failed: ResealedRoutes['failed'][number][] = []
  const routes = await routesOf(notificationRoutes)
  for (const { id, channel, sealed } of routes) {
    try {
      const changed = reseal(id, sealed, secrets)
      if (changed) fresh.set(id, changed)
    } catch (thrown) {
      failed.push({ id, name: channel, reason: toAppError(thrown).message })
    }
  }
  const result = { resealed: fresh.size, current: routes.length - fresh.size - failed.length, failed }
  if (dryRun || fresh.size === 0) return result
  await notificationRoutes.change(routesOwner, (before) =>
    before.map((route) => (fresh.has(route.id) ? { ...route, sealed: reseal(route.id, route.sealed, secrets) ?? route.sealed } : route)),
  )
  for (const [id, sealed] of fresh) {
    await audit.append(sealedAnew('erp_notification_route_updated', id, Object.keys(sealed), clock))
  }
  return result
}

/** The secrets sealed with the first key; null if they are already. */
function reseal(id: string, sealed: StoredRoute['sealed'], secrets: SecretBox): StoredRoute['sealed'] | null {
  const fields = Object.entries(sealed).flatMap(([field, text]) => (text === undefined ? [] : [[field, text as Sealed] as const]))
  if (fields.every(([, text]) => secrets.isCurrent(text))) return null
  return Object.fromEntries(fields.map(([field, text]) => [field, secrets.reseal(text, sealingContext(id, field))]))
}
