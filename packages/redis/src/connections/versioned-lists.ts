import { createHash } from 'node:crypto'
import { AppError, type UnreadableKind, type VersionedList } from '@linkspan/core'
import { z } from 'zod'
import type { RedisClient } from '../client.ts'
import { defineScript } from '../lua/define-script.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'

/** Replaces a list, unless it was changed since `revision` was read, and changes the history with it. */
const script = defineScript({
  name: 'linkspanReplaceList',
  keys: ['stored'],
  keyLists: ['histories'],
  args: { revision: 'number', list: 'text', channel: 'text' },
  lists: { kept: ['field', 'text'], dropped: ['field'] },
  lua: `
if tonumber(redis.call('HGET', stored, 'revision') or 0) ~= revision then return 0 end
redis.call('HSET', stored, 'list', list, 'revision', revision + 1)
for field, text in kept.each() do redis.call('HSET', histories[1], field, text) end
for field in dropped.each() do redis.call('HDEL', histories[1], field) end
if channel ~= '' then redis.call('PUBLISH', channel, 'streams') end
return 1
`,
})

/** What a change of a list means for the history of its items. */
export interface HistoryChange {
  readonly kept: readonly { readonly field: string; readonly text: string }[]
  readonly dropped: readonly { readonly field: string }[]
}
const noHistory: HistoryChange = { kept: [], dropped: [] }

/** The history of a list's items: a hash beside the list, which changes in the same step. */
export interface ListHistory<Item> {
  readonly key: (ownerId: string) => string
  readonly after: (before: readonly Item[], after: readonly Item[]) => HistoryChange
}

const maxAttempts = 50

const AnyList = z.unknown().array()

export interface VersionedListOptions<Item> {
  /** What its items are called if they cannot be read. */
  readonly kind: UnreadableKind
  readonly key: (ownerId: string) => string
  readonly schema: z.ZodType<Item>
  /** Where a change of the list is announced as one of the owner's streams; nowhere without it. */
  readonly channel?: (ownerId: string) => string
  /** Called before a list is stored. */
  readonly before?: (key: string, list: readonly Item[]) => Promise<unknown>
  readonly history?: ListHistory<Item>
}

/** A list with the name that a damaged item has: its owner's id and a digest of its text. */
export interface DiscardableList {
  /** Removes the items with this id that cannot be read. False if there is none. */
  discard(id: string): Promise<boolean>
}

/** The id of a list that is no list at all. */
const wholeList = 'list'

/**
 * Lists in one hash each that change as a whole: a change based on an older state is made again on the new one. An item that cannot be
 * read is left out, and stays in the store.
 */
export function createVersionedLists(client: RedisClient, unreadable: UnreadableTracker) {
  const replace = script.on(client)

  return function versionedList<Item>(options: VersionedListOptions<Item>): VersionedList<Item> & DiscardableList {
    const { kind, key, schema, channel, before, history } = options
    const read = async (ownerId: string) => {
      const [text, revision] = await client.hmget(key(ownerId), 'list', 'revision')
      const stored = unreadable.skip({ kind, id: `${ownerId}:${wholeList}` }, () => AnyList.parse(JSON.parse(text ?? '[]')))
      const list: Item[] = []
      const damaged: unknown[] = []
      for (const raw of stored ?? []) {
        const item = unreadable.skip({ kind, id: damagedId(ownerId, raw) }, () => ({ value: schema.parse(raw) }))
        if (item) list.push(item.value)
        else damaged.push(raw)
      }
      return { list, damaged, isList: stored !== null, revision: Number(revision ?? 0) }
    }
    const store = (ownerId: string, revision: number, items: readonly unknown[], lists = noHistory) =>
      replace({
        keys: { stored: key(ownerId), histories: history ? [history.key(ownerId)] : [] },
        args: { revision, list: JSON.stringify(items), channel: channel?.(ownerId) ?? null },
        lists: { kept: lists.kept, dropped: lists.dropped },
      })
    return {
      list: async (ownerId) => (await read(ownerId)).list,
      async change(ownerId, change) {
        for (let attempts = 0; attempts < maxAttempts; attempts += 1) {
          const { list, damaged, isList, revision } = await read(ownerId)
          if (!isList) throw new AppError('store.unreadable', `The stored list of ${ownerId} cannot be read`)
          const after = change(list)
          await before?.(key(ownerId), after)
          if (await store(ownerId, revision, [...after, ...damaged], history?.after(list, after))) return after
        }
        throw new AppError('request.conflict', `Too many requests change the list of ${ownerId} at the same time`)
      },
      async discard(id) {
        const ownerId = id.slice(0, id.lastIndexOf(':'))
        const { list, damaged, isList, revision } = await read(ownerId)
        const rest = damaged.filter((raw) => damagedId(ownerId, raw) !== id)
        const isThere = isList ? rest.length < damaged.length : id === `${ownerId}:${wholeList}`
        return isThere && (await store(ownerId, revision, [...list, ...rest])) === 1
      },
    }
  }
}

const damagedId = (ownerId: string, raw: unknown): string =>
  `${ownerId}:${createHash('sha256').update(JSON.stringify(raw)).digest('base64url').slice(0, 12)}`
