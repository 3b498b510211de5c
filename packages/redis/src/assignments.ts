import { AppError, type AssignmentList, type AssignmentRepository, ClientERPAssignment, SiteERPAssignment } from '@linkspan/core'
import type { z } from 'zod'
import type { RedisClient } from './client.ts'
import type { Keys } from './keys.ts'
import { defineScript } from './script.ts'

/** KEYS: the list. ARGV: the revision that was read, the list as JSON. */
const replace = `
if tostring(redis.call('HGET', KEYS[1], 'revision') or 0) ~= ARGV[1] then return 0 end
redis.call('HSET', KEYS[1], 'list', ARGV[2], 'revision', tonumber(ARGV[1]) + 1)
return 1
`

const mostTries = 50

/**
 * The assignments of a client or site lie in one hash and change as a whole. Beside each connection it is noted who uses it, before
 * they do, so that a deleted connection can be taken out of every list.
 */
export function redisAssignments(client: RedisClient, keys: Keys): AssignmentRepository {
  const replaceScript = defineScript(client, 'linkspanReplaceAssignments', replace)

  const listAt = <Schema extends z.ZodType<{ readonly erpConnectionId: string }>>(
    key: (ownerId: string) => string,
    schema: Schema,
  ): AssignmentList<z.output<Schema>> => {
    const read = async (ownerId: string) => {
      const [list, revision] = await client.hmget(key(ownerId), 'list', 'revision')
      return { list: schema.array().parse(JSON.parse(list ?? '[]')) as z.output<Schema>[], revision: Number(revision ?? 0) }
    }
    return {
      list: async (ownerId) => (await read(ownerId)).list,
      async change(ownerId, change) {
        for (let tries = 0; tries < mostTries; tries += 1) {
          const before = await read(ownerId)
          const after = change(before.list)
          await Promise.all(after.map(({ erpConnectionId }) => client.sadd(keys.users(erpConnectionId), key(ownerId))))
          if (await replaceScript([key(ownerId)], [before.revision, JSON.stringify(after)])) return after
        }
        throw new AppError('request.conflict', `The assignments of ${ownerId} are being changed by too many at once`)
      },
    }
  }

  const clients = listAt(keys.clientAssignments, ClientERPAssignment)
  const sites = listAt(keys.siteAssignments, SiteERPAssignment)
  const withoutConnection = (connectionId: string) => (before: readonly { readonly erpConnectionId: string }[]) =>
    before.filter(({ erpConnectionId }) => erpConnectionId !== connectionId)

  return {
    clients,
    sites,
    async forgetConnection(connectionId) {
      for (const user of await client.smembers(keys.users(connectionId))) {
        const ownerId = user.slice(user.indexOf('{') + 1, -1)
        const list: AssignmentList<{ readonly erpConnectionId: string }> =
          user === keys.siteAssignments(ownerId) ? (sites as never) : (clients as never)
        await list.change(ownerId, withoutConnection(connectionId))
      }
      await client.unlink(keys.users(connectionId))
    },
  }
}
