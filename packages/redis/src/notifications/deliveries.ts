import { NotificationDelivery, type NotificationStore } from '@linkspan/core'
import { type ChangeNotifier, readUntilFound } from '../change-notifier.ts'
import type { RedisClient } from '../client.ts'
import { indexMember, type Keys } from '../keys.ts'
import { pageThroughIndex } from '../paging/index-pages.ts'

/** How many deliveries of a route are kept. */
const keptDeliveries = 1000

/** The log of what was sent by each route. */
export function redisNotificationDeliveries(client: RedisClient, keys: Keys, changes: ChangeNotifier) {
  const get = async (routeId: string, id: string) => parse(await client.hget(keys.notificationDeliveries(routeId), id))

  const readers: Pick<NotificationStore, 'deliveries' | 'delivery' | 'waitForDelivery'> = {
    delivery: get,
    deliveries: (routeId, { limit, cursor }) =>
      pageThroughIndex(
        client,
        { keys: [keys.notificationDeliveryIndex(routeId)], limit, ...(cursor !== undefined && { cursor }) },
        async (ids) => (ids.length === 0 ? [] : (await client.hmget(keys.notificationDeliveries(routeId), ...ids)).map(parse)),
      ),
    waitForDelivery: (routeId, id, signal) =>
      readUntilFound(
        changes,
        id,
        async () => {
          const delivery = await get(routeId, id)
          return delivery?.status === 'pending' ? null : delivery
        },
        signal,
      ),
  }

  return {
    readers,
    /** A delivery as the scripts store it; empty for none. */
    toStored: (delivery: NotificationDelivery | null) => ({
      deliveryId: delivery?.id ?? '',
      member: delivery ? indexMember(delivery.createdAt, delivery.id) : '',
      delivery: delivery ? JSON.stringify(delivery) : '',
      kept: keptDeliveries,
    }),
    /** Wakes whoever waits for a delivery. */
    announce: (id: string) => client.publish(keys.channel(id), 'changed'),
  }
}

const parse = (text: string | null): NotificationDelivery | null => (text === null ? null : NotificationDelivery.parse(JSON.parse(text)))
