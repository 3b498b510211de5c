import type { RedisClient } from './client.ts'
import { defineScript } from './lua/define-script.ts'

const script = defineScript({
  name: 'linkspanRemoveOldMark',
  keys: ['marks'],
  args: { member: 'text', before: 'number' },
  lua: `
local at = redis.call('ZSCORE', marks, member)
if at and tonumber(at) < before then redis.call('ZREM', marks, member) end
`,
})

/**
 * Removes a mark, a member of a sorted set by the time of marking in ms, unless it was set at `before` or later: a step may be under way
 * that relies on a younger one.
 */
export function removeOldMarkScript(client: RedisClient): (marks: string, member: string, before: number) => Promise<void> {
  const call = script.on(client)
  return async (marks, member, before) => {
    await call({ keys: { marks }, args: { member, before } })
  }
}
