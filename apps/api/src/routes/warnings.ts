import type { UnreadableItem } from '@linkspan/core'
import type { RedisPorts } from '@linkspan/redis'

const routeOf = ({ kind, id }: UnreadableItem): string =>
  kind === 'connection' ? `/erp/connections/${id}` : `/erp/unreadable/${kind}/${encodeURIComponent(id)}`

/** What is wrong with this installation, as sentences that say what to do. They are public, so they hold ids but no data. */
export async function readWarnings(redis: RedisPorts): Promise<string[]> {
  return redis.unreadable
    .seen()
    .map((item) => `A ${item.kind} cannot be read, and lists leave it out. Delete it with DELETE ${routeOf(item)}`)
}
