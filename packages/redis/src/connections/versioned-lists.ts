import { AppError, type VersionedList } from '@linkspan/core'
import type { z } from 'zod'
import type { RedisClient } from '../client.ts'
import { defineScript } from '../lua/define-script.ts'

/** Replaces a list, unless it was changed since `revision` was read. */
const script = defineScript({
  name: 'linkspanReplaceList',
  keys: ['stored'],
  args: { revision: 'number', list: 'text' },
  lua: `
if tonumber(redis.call('HGET', stored, 'revision') or 0) ~= revision then return 0 end
redis.call('HSET', stored, 'list', list, 'revision', revision + 1)
return 1
`,
})

const maxAttempts = 50

export interface VersionedListOptions<Item> {
  readonly key: (ownerId: string) => string
  readonly schema: z.ZodType<Item>
  /** Called before a list is stored. */
  readonly before?: (key: string, list: readonly Item[]) => Promise<unknown>
}

/** Lists in one hash each that change as a whole: a change based on an older state is made again on the new one. */
export function createVersionedLists(client: RedisClient) {
  const replace = script.on(client)

  return function versionedList<Item>({ key, schema, before }: VersionedListOptions<Item>): VersionedList<Item> {
    const read = async (ownerId: string) => {
      const [list, revision] = await client.hmget(key(ownerId), 'list', 'revision')
      return { list: schema.array().parse(JSON.parse(list ?? '[]')), revision: Number(revision ?? 0) }
    }
    return {
      list: async (ownerId) => (await read(ownerId)).list,
      async change(ownerId, change) {
        for (let attempts = 0; attempts < maxAttempts; attempts += 1) {
          const { list, revision } = await read(ownerId)
          const after = change(list)
          await before?.(key(ownerId), after)
          if (await replace({ keys: { stored: key(ownerId) }, args: { revision, list: JSON.stringify(after) } })) return after
        }
        throw new AppError('request.conflict', `Too many requests change the list of ${ownerId} at the same time`)
      },
    }
  }
}
