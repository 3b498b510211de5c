import type { Logger } from '@linkspan/core'
import type { RedisClient } from './client.ts'

/** What Redis says of itself. `save`: the times of its snapshots; null where it does not tell. */
export interface RedisTraits {
  readonly version: string
  readonly appendOnly: boolean
  readonly save: string | null
  readonly evictionPolicy: string
}

const oldestSupported = [6, 2] as const

/** In words, what makes this Redis unsafe for us. */
export function dangersOf({ version, appendOnly, save, evictionPolicy }: RedisTraits): string[] {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  const [oldestMajor, oldestMinor] = oldestSupported
  return [
    ...(major < oldestMajor || (major === oldestMajor && minor < oldestMinor)
      ? [`Redis ${version} is older than ${oldestSupported.join('.')}, the oldest that is supported`]
      : []),
    ...(!appendOnly && save === '' ? ['Redis keeps nothing on disk: a restart of it loses everything. Set appendonly yes'] : []),
    ...(evictionPolicy !== 'noeviction'
      ? [`Redis drops data when it is full (maxmemory-policy ${evictionPolicy}). Set maxmemory-policy noeviction`]
      : []),
  ]
}

/** What `INFO` tells; `CONFIG` is forbidden at many providers. */
export function readInfo(info: string): Omit<RedisTraits, 'save'> {
  const field = (name: string): string => new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? ''
  return { version: field('redis_version'), appendOnly: field('aof_enabled') !== '0', evictionPolicy: field('maxmemory_policy') }
}

/** Warns once, as soon as Redis is there, of what may cost data later. */
export function warnOfDangers(client: RedisClient, logger: Logger): void {
  client.once('ready', async () => {
    try {
      const save = await client.config('GET', 'save').then(
        (answer) => (Array.isArray(answer) ? String(answer[1] ?? '') : null),
        () => null,
      )
      for (const danger of dangersOf({ ...readInfo(await client.info()), save })) logger.warn({}, danger)
    } catch (error) {
      logger.debug({ error }, 'Redis did not tell how it is set up')
    }
  })
}
