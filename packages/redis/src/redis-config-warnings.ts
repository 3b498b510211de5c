import type { RedisClient } from './client.ts'

/** BullMQ's scripts need what came with it. */
const oldest = 6.2

const read = (info: string, field: string): string | undefined => new RegExp(`^${field}:(.*)$`, 'm').exec(info)?.[1]?.trim()

/**
 * What about this Redis puts data at risk, in sentences that say what to set. It looks at INFO only, which managed services allow
 * where they forbid CONFIG; what INFO does not tell is no hazard.
 */
export const findConfigWarnings = async (client: RedisClient): Promise<readonly string[]> => configWarningsIn(`${await client.info()}`)

export function configWarningsIn(info: string): readonly string[] {
  const policy = read(info, 'maxmemory_policy')
  const version = read(info, 'redis_version')
  const configWarnings: string[] = []
  if (policy !== undefined && policy !== 'noeviction')
    configWarnings.push(`Redis may throw away jobs and records when its memory is full: set maxmemory-policy noeviction (it is ${policy})`)
  if (read(info, 'aof_enabled') === '0') configWarnings.push('Redis loses what it has acknowledged when it crashes: set appendonly yes')
  if (read(info, 'aof_last_write_status') === 'err')
    configWarnings.push('Redis cannot write its append-only file: look at its disk and its log')
  if (version !== undefined && Number.parseFloat(version) < oldest)
    configWarnings.push(`Redis ${version} is too old: use ${oldest} or newer`)
  return configWarnings
}
