import { AppError, type VersionedList } from '@linkspan/core'
import type { z } from 'zod'
import type { RedisClient } from '../client.ts'
import { defineScript } from '../script.ts'

/** KEYS: the list. ARGV: the revision that was read, the list as JSON. */
const replace = `
if tostring(redis.call('HGET', KEYS[1], 'revision') or 0) ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'list', ARGV[2], 'revision', tonumber(ARGV[1]) + 1)
return 1
`

const maxTries = 50

export interface OwnedListOptions<Item> {
  readonly key: (ownerId: string) => string
  readonly schema: z.ZodType<Item>
  /** Done before a list is stored. */
  readonly before?: (key: string, list: readonly Item[]) => Promise<unknown>
}

/** Lists that lie in one hash each and change as a whole: whoever read an older state reads again. */
export function createOwnedLists(client: RedisClient) {
  const replaceScript = defineScript(client, 'linkspanReplaceList', replace)

  return function ownedList<Item>({ key, schema, before }: OwnedListOptions<Item>): VersionedList<Item> {
    const read = async (ownerId: string) => {
      const [list, revision] = await client.hmget(key(ownerId), 'list', 'revision')
      return { list: schema.array().parse(JSON.parse(list ?? '[]')), revision: Number(revision ?? 0) }
    }
    return {
      list: async (ownerId) => (await read(ownerId)).list,
      async change(ownerId, change) {
        for (let tries = 0; tries < maxTries; tries += 1) {
          const { list, revision } = await read(ownerId)
          const after = change(list)
          await before?.(key(ownerId), after)
          if (await replaceScript([key(ownerId)], [revision, JSON.stringify(after)])) return after
        }
        throw new AppError('request.conflict', `Too many change the list of ${ownerId} at once`)
      },
    }
  }
}
