import { createHash } from 'node:crypto'
import { type Clock, Notice, type NotificationStore, Told, type WaitingNotice } from '@linkspan/core'
import type { ChangeNotifier } from '../change-notifier.ts'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { redisNotificationDeliveries } from './deliveries.ts'
import { addScript, advanceScript, claimScript, releaseScript, settleScript } from './notice-scripts.ts'
import { toSettlement } from './settlement.ts'

/** The notices of the notification routes, and what became of them. All keys are on one node of a cluster. */
export function redisNotifications(client: RedisClient, keys: Keys, changes: ChangeNotifier, clock: Clock): NotificationStore {
  const deliveries = redisNotificationDeliveries(client, keys, changes)
  const [callAdvance, callAdd, callSettle] = [advanceScript.on(client), addScript.on(client), settleScript.on(client)]
  const [callClaim, callRelease] = [claimScript.on(client), releaseScript.on(client)]
  const keysOf = (routeId: string) => ({
    notices: keys.notices(routeId),
    due: keys.noticesDue(routeId),
    routesDue: keys.notificationRoutesDue,
    deliveries: keys.notificationDeliveries(routeId),
    index: keys.notificationDeliveryIndex(routeId),
  })
  const now = () => clock.now().getTime()
  const claimKey = (routeId: string) => ({ claim: keys.notificationClaim(routeId) })

  return {
    ...deliveries.readers,
    position: async () => (await client.get(keys.notificationPosition)) ?? '0-0',
    async advance(part, notices) {
      const routes = [...new Set(notices.map(({ routeId }) => routeId))]
      const answer = await callAdvance({
        keys: {
          position: keys.notificationPosition,
          routesDue: keys.notificationRoutesDue,
          notices: routes.map(keys.notices),
          dues: routes.map(keys.noticesDue),
        },
        args: { ...part, now: now() },
        lists: {
          routes: routes.map((id) => ({ id })),
          added: notices.map(({ routeId, notice }) => ({
            route: routes.indexOf(routeId) + 1,
            subject: notice.subject,
            json: JSON.stringify(notice),
          })),
        },
      })
      return answer === 1
    },
    async add(routeId, notice, delivery) {
      const args = { routeId, subject: notice.subject, json: JSON.stringify(notice), now: now(), ...deliveries.toStored(delivery) }
      await callAdd({ keys: keysOf(routeId), args })
    },
    routesDue: (limit) => client.zrangebyscore(keys.notificationRoutesDue, '-inf', now(), 'LIMIT', 0, limit),
    async due(routeId, limit) {
      const subjects = await client.zrangebyscore(keys.noticesDue(routeId), '-inf', now(), 'LIMIT', 0, limit)
      if (subjects.length === 0) return []
      const fields = subjects.flatMap((subject) => [subject, `#delivery ${subject}`, `#digest ${subject}`])
      const values = await client.hmget(keys.notices(routeId), ...fields)
      return subjects.flatMap((_, at) => toWaiting(values.slice(at * 3, at * 3 + 3)))
    },
    async told(routeId, subjects) {
      if (subjects.length === 0) return []
      const texts = await client.mget(...subjects.map((subject) => keys.told(routeId, hashOf(subject))))
      return texts.map((text) => (text === null ? null : Told.parse(JSON.parse(text))))
    },
    async settle(routeId, settlement) {
      const { delivery, told } = settlement
      await callSettle({
        keys: { ...keysOf(routeId), told: told.map(({ subject }) => keys.told(routeId, hashOf(subject))) },
        args: { routeId, now: now(), toldMs: toldKeptMs, ...deliveries.toStored(delivery) },
        lists: toSettlement(settlement),
      })
      if (delivery) await deliveries.announce(delivery.id)
    },
    claim: async (routeId, holder, ms) => (await callClaim({ keys: claimKey(routeId), args: { holder, ms } })) === 1,
    async release(routeId, holder) {
      await callRelease({ keys: claimKey(routeId), args: { holder } })
    },
    async markFailing(routeId, isFailing) {
      await (isFailing ? client.sadd(keys.failingRoutes, routeId) : client.srem(keys.failingRoutes, routeId))
    },
    failing: () => client.smembers(keys.failingRoutes),
    async forget(routeId) {
      const { notices, due, deliveries: all, index } = keysOf(routeId)
      await client
        .multi()
        .unlink(notices, due, all, index)
        .zrem(keys.notificationRoutesDue, routeId)
        .srem(keys.failingRoutes, routeId)
        .exec()
    },
  }
}

/** What was told about a subject is of no use once nobody remembers it. */
const toldKeptMs = 90 * 86_400_000

const hashOf = (subject: string): string => createHash('sha256').update(subject).digest('base64url').slice(0, 22)

function toWaiting([text = null, deliveryId = null, digestAt = null]: readonly (string | null)[]): WaitingNotice[] {
  if (text === null) return []
  return [{ ...Notice.parse(JSON.parse(text)), text, deliveryId, digestAt: digestAt === null ? null : new Date(Number(digestAt)) }]
}
