import { z } from 'zod'
import type { createCommands } from '../audit/command.ts'
import { mask } from '../connections/sealing.ts'
import { AppError } from '../kernel/errors.ts'
import { mergePatch } from '../kernel/merge-patch.ts'
import type { Clock, Ids } from '../kernel/ports.ts'
import type { SecretBox } from '../kernel/secret-box.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import { NewNotificationRoute, NotificationRouteChange } from './new-route.ts'
import { type NotificationRoute, StoredRoute, toNotificationRoute } from './notification-route.ts'
import type { NotificationStore } from './notification-store.ts'
import { sealTarget } from './open-target.ts'
import { parseTarget } from './parse-target.ts'
import { mustGetRoute, routesOwner } from './routes-of.ts'

export interface RouteCommandPorts {
  readonly clock: Clock
  readonly ids: Ids
  readonly notificationRoutes: VersionedList<StoredRoute>
  readonly notifications: NotificationStore
  readonly secrets: SecretBox
}

const maxRoutes = 1000

/** Changes of notification routes. They hold from the next message on. */
export function routeCommands(command: ReturnType<typeof createCommands>, ports: RouteCommandPorts) {
  const { clock, ids, notificationRoutes, notifications, secrets } = ports

  const create = command({
    action: 'erp_notification_route_created',
    role: 'admin',
    input: NewNotificationRoute,
    async run({ target, secret, ...rules }) {
      const id = `route_${ids.random(16)}`
      const { addresses, url } = parseTarget(rules.channel, target)
      const key = rules.channel === 'webhook' ? (secret ?? newSecret(ids)) : undefined
      const now = clock.now().toISOString()
      const made: StoredRoute = {
        id,
        addresses,
        sealed: sealTarget(id, { url, secret: key }, secrets),
        ...rules,
        createdAt: now,
        updatedAt: now,
      }
      await notificationRoutes.change(routesOwner, (before) => {
        if (before.length >= maxRoutes) throw new AppError('request.conflict', `There are ${maxRoutes} notification routes already`)
        return [...before, made]
      })
      const output: NotificationRoute = { ...toNotificationRoute(made), ...(key !== undefined && { secret: key }) }
      return { output, target: id, changes: { channel: made.channel, minSeverity: made.minSeverity, scope: made.scope } }
    },
  })

  const update = command({
    action: 'erp_notification_route_updated',
    role: 'admin',
    input: z.object({ id: z.string(), change: NotificationRouteChange }),
    async run({ id, change: { target, secret, ...rules } }) {
      const { channel } = await mustGetRoute(notificationRoutes, id)
      const parsed = target === undefined || target === mask ? null : parseTarget(channel, target)
      if (secret !== undefined && channel !== 'webhook') throw invalid('secret', 'is only for the channel webhook')
      const sealed = sealTarget(id, { url: parsed?.url, secret }, secrets)
      const updatedAt = clock.now().toISOString()
      const after = await notificationRoutes.change(routesOwner, (before) =>
        before.map((route) => (route.id === id ? patched(route, { rules, sealed, addresses: parsed?.addresses, updatedAt }) : route)),
      )
      const route = after.find((one) => one.id === id)
      if (!route) throw new AppError('request.not-found', `Notification route ${id} was deleted`)
      const changes = { ...rules, ...(parsed && { target: 'changed' }), ...(secret !== undefined && { secret: 'changed' }) }
      return { output: toNotificationRoute(route), target: id, changes }
    },
  })

  const remove = command({
    action: 'erp_notification_route_deleted',
    role: 'admin',
    input: z.object({ id: z.string() }),
    async run({ id }) {
      const { channel } = await mustGetRoute(notificationRoutes, id)
      await notificationRoutes.change(routesOwner, (before) => before.filter((route) => route.id !== id))
      await notifications.forget(id)
      return { output: undefined, target: id, changes: { channel } }
    },
  })

  return { create, update, remove }
}

const invalid = (path: string, message: string): AppError =>
  new AppError('request.invalid', `${path} ${message}`, { details: { issues: [{ path, message }] } })

/** 32 characters of base64: 24 bytes. */
const newSecret = (ids: Ids): string => `whsec_${ids.random(32)}`

interface Patch {
  readonly rules: object
  readonly sealed: StoredRoute['sealed']
  readonly addresses: readonly string[] | undefined
  readonly updatedAt: string
}

/** The route with the patch applied, and defaults in place of what it deletes. */
function patched(route: StoredRoute, { rules, sealed, addresses, updatedAt }: Patch): StoredRoute {
  const merged = {
    ...(mergePatch(route, rules) as object),
    sealed: { ...route.sealed, ...sealed },
    addresses: addresses ?? route.addresses,
    updatedAt,
  }
  const parsed = StoredRoute.safeParse(merged)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw invalid(issue?.path.join('.') ?? '', issue?.message ?? 'is not valid')
}
