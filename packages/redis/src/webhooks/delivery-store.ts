import { type Clock, type DeliveryStatus, type DeliveryStore, deliveryStatuses, type Replay } from '@linkspan/core'
import { type ChangeNotifier, readUntilFound } from '../change-notifier.ts'
import type { RedisClient } from '../client.ts'
import { idOfMember, type Keys, memberTime, timeOfMember } from '../keys.ts'
import { pageThroughIndex } from '../paging/index-pages.ts'
import { addDelivery, noteSingleAttempt } from './attempt-scripts.ts'
import { deliveryCall } from './delivery-call.ts'
import { toDelivery, toSummary } from './delivery-fields.ts'
import { redisLanes } from './lanes.ts'

const replayKeptMs = 8 * 86_400_000
/** Of how many deliveries that wait the next attempt is looked up. */
const maxLookedUp = 100

export function redisDeliveries(client: RedisClient, keys: Keys, clock: Clock, changes: ChangeNotifier): DeliveryStore {
  const callAdd = addDelivery.on(client)
  const callNote = noteSingleAttempt.on(client)
  const read = (webhookId: string, id: string) => client.hgetall(keys.webhookDelivery(webhookId, id))
  const channelOf = (webhookId: string, id: string): string => `${webhookId}:${id}`

  const get: DeliveryStore['get'] = async (webhookId, id) => toDelivery(webhookId, await read(webhookId, id))

  return {
    ...redisLanes(client, keys, clock),
    get,
    async addDelivery(webhookId, event) {
      await callAdd(deliveryCall(keys, webhookId, event, null, clock))
    },
    async note(webhookId, event, attempt, isAccepted) {
      const { keys: used, args } = deliveryCall(keys, webhookId, event, attempt, clock)
      await callNote({ keys: used, args: { ...args, isAccepted, attemptAt: attempt.at } })
    },
    list: (webhookId, { status, ...query }) =>
      pageThroughIndex(client, { ...query, keys: [keys.webhookDeliveries(webhookId, status ?? 'all')] }, async (ids) =>
        (await Promise.all(ids.map((id) => read(webhookId, id)))).map((fields) => toSummary(webhookId, fields)),
      ),
    async counts(webhookId) {
      const pending = await client.zrange(keys.webhookDeliveries(webhookId, 'pending'), '0', String(maxLookedUp - 1))
      const [waiting, again] = await Promise.all([
        client.zcard(keys.webhookHeld(webhookId)),
        Promise.all(pending.map((member) => client.hget(keys.webhookDelivery(webhookId, idOfMember(member)), 'again'))),
      ])
      const [oldest] = pending
      const next = again.filter((at) => at !== null).map(Number)
      return {
        waiting,
        oldestWaitingSince: oldest === undefined ? null : toIso(timeOfMember(oldest)),
        nextAttemptAt: next.length === 0 ? null : toIso(Math.min(...next)),
        async since(at) {
          const counted = await Promise.all(
            deliveryStatuses.map((status) => client.zlexcount(keys.webhookDeliveries(webhookId, status), `[${memberTime(at)}`, '+')),
          )
          return Object.fromEntries(deliveryStatuses.map((status, index) => [status, counted[index] ?? 0])) as Record<
            DeliveryStatus,
            number
          >
        },
      }
    },
    waitForAttempt: (webhookId, id, attempts, signal) =>
      readUntilFound(
        changes,
        channelOf(webhookId, id),
        async () => {
          const delivery = await get(webhookId, id)
          return delivery && delivery.attemptCount > attempts ? delivery : null
        },
        signal,
      ),
    async addReplay(webhookId, replayId, replay) {
      await client.set(keys.webhookReplay(webhookId, replayId), JSON.stringify(replay), 'PX', replayKeptMs)
    },
    async replay(webhookId, replayId) {
      const stored = await client.get(keys.webhookReplay(webhookId, replayId))
      return stored === null ? null : (JSON.parse(stored) as Replay)
    },
  }
}

const toIso = (ms: number): string => new Date(ms).toISOString()
