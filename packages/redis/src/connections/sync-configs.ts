import { maxRevisions, SyncConfig, type SyncConfigRepository } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import type { createVersionedLists, DiscardableList, HistoryChange } from './versioned-lists.ts'

const fieldOf = (id: string, revision: number): string => `${id}:${revision}`

/** The revisions before this one that may be kept, newest first. */
const revisionsBefore = ({ revision }: SyncConfig): number[] =>
  Array.from({ length: Math.min(maxRevisions - 1, revision) }, (_, at) => revision - 1 - at)

/** Each state that is replaced is kept until there are too many; of a configuration that is deleted nothing is. */
function historyAfter(before: readonly SyncConfig[], after: readonly SyncConfig[]): HistoryChange {
  const now = new Map(after.map((config) => [config.id, config]))
  const replaced = before.filter(({ id, revision }) => now.has(id) && now.get(id)?.revision !== revision)
  const gone = before.filter(({ id }) => !now.has(id))
  return {
    kept: replaced.map((config) => ({ field: fieldOf(config.id, config.revision), text: JSON.stringify(config) })),
    dropped: [
      ...replaced.map(({ id, revision }) => ({ field: fieldOf(id, revision + 1 - maxRevisions) })),
      ...gone.flatMap((config) => revisionsBefore(config).map((revision) => ({ field: fieldOf(config.id, revision) }))),
    ],
  }
}

/** The sync configurations of each connection, with what they were before. */
export function redisSyncConfigs(
  client: RedisClient,
  keys: Keys,
  versionedList: ReturnType<typeof createVersionedLists>,
): SyncConfigRepository & DiscardableList {
  const list = versionedList({
    kind: 'sync-configuration',
    key: keys.syncConfigs,
    schema: SyncConfig,
    channel: keys.channel,
    history: { key: keys.syncConfigRevisions, after: historyAfter },
  })
  return {
    ...list,
    async earlier(config) {
      const fields = revisionsBefore(config).map((revision) => fieldOf(config.id, revision))
      if (fields.length === 0) return []
      const texts = await client.hmget(keys.syncConfigRevisions(config.erpConnectionId), ...fields)
      return texts.flatMap((text) => {
        const kept = text === null ? null : SyncConfig.safeParse(JSON.parse(text))
        return kept?.success ? [kept.data] : []
      })
    },
  }
}
