import { AppError, type FeedPosition, type RecordStream, randomIds } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'

/** Returns the epoch of a feed and its latest position. The first call of a feed's life makes its epoch, unless the connection is gone. */
const script = defineScript({
  name: 'linkspanFeedLife',
  keys: ['connection', 'stream'],
  args: { fresh: 'text' },
  lua: `
local epoch, position = unpack(redis.call('HMGET', stream, 'epoch', 'position'))
if not epoch then
  epoch = fresh
  if redis.call('EXISTS', connection) == 1 then redis.call('HSET', stream, 'epoch', epoch) end
end
return {epoch, position or '0'}
`,
})

/**
 * Returns a function that returns the epoch of a feed, for a position that its reader wants to continue from. Throws
 * `feed.position-unknown` if that position was not given out in the feed's present life.
 */
export function feedLife(client: RedisClient, keys: Keys) {
  const call = script.on(client)
  return async ({ connectionId, dataType }: RecordStream, from: FeedPosition): Promise<string> => {
    const [epoch = '', latest] = (await call({
      keys: { connection: keys.connection(connectionId), stream: keys.stream(connectionId, dataType) },
      args: { fresh: randomIds.random(8) },
    })) as readonly string[]
    if (from.position === 0) return epoch
    const where = `the change feed of ${dataType} of connection ${connectionId}`
    if (from.epoch !== null && from.epoch !== epoch)
      throw new AppError('feed.position-unknown', `The position is of another life of ${where}; start again with after=0`)
    if (from.position > Number(latest))
      throw new AppError(
        'feed.position-unknown',
        `Position ${from.position} is beyond the end of ${where}, which is ${latest}; start again with after=0`,
      )
    return epoch
  }
}
