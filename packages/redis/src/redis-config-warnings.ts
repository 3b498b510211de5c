import type { RedisClient } from './client.ts'
import { type NodeInfo, readInfos } from './node-infos.ts'

/** BullMQ's scripts need it. */
const minVersion = 6.2

/** A field of the answer to INFO. */
export const readInfo = (info: string, field: string): string | undefined => new RegExp(`^${field}:(.*)$`, 'm').exec(info)?.[1]?.trim()

/**
 * Settings of this Redis that put data at risk, as sentences that say what to set. Only INFO is read, because managed services often
 * forbid CONFIG; a setting that INFO does not show is not reported.
 */
export const findConfigWarnings = async (client: RedisClient): Promise<readonly string[]> => configWarningsOf(await readInfos(client))

/** Each warning once; of a cluster with the masters that it is about. */
export function configWarningsOf(infos: readonly NodeInfo[]): readonly string[] {
  const nodesOf = new Map<string, readonly string[]>()
  for (const { node, info } of infos)
    for (const warning of configWarningsIn(info)) nodesOf.set(warning, [...(nodesOf.get(warning) ?? []), ...(node === null ? [] : [node])])
  return [...nodesOf].map(([warning, nodes]) => (nodes.length === 0 ? warning : `${nodes.join(', ')}: ${warning}`))
}

export function configWarningsIn(info: string): readonly string[] {
  const policy = readInfo(info, 'maxmemory_policy')
  const version = readInfo(info, 'redis_version')
  const configWarnings: string[] = []
  if (policy !== undefined && policy !== 'noeviction')
    configWarnings.push(`Redis may throw away jobs and records when its memory is full: set maxmemory-policy noeviction (it is ${policy})`)
  if (readInfo(info, 'aof_enabled') === '0') configWarnings.push('Redis loses what it has acknowledged when it crashes: set appendonly yes')
  if (readInfo(info, 'aof_last_write_status') === 'err')
    configWarnings.push('Redis cannot write its append-only file: look at its disk and its log')
  const replicas = Number(readInfo(info, 'connected_slaves') ?? 0)
  if (replicas > 0 && readInfo(info, 'min_slaves_good_slaves') === undefined)
    configWarnings.push(
      'A failover of Redis can lose the last writes it has acknowledged: set min-replicas-to-write 1 and min-replicas-max-lag 10. ' +
        'Orders are sent to an ERP only after a replica knows of them',
    )
  if (version !== undefined && Number.parseFloat(version) < minVersion)
    configWarnings.push(`Redis ${version} is too old: use ${minVersion} or newer`)
  return configWarnings
}
