import type { Listing, PageQuery } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { idOfMember } from '../keys.ts'
import { checkCursor } from './cursor.ts'

const encode = (member: string): string => Buffer.from(member).toString('base64url')

const decode = (cursor: string): string => checkCursor(Buffer.from(cursor, 'base64url').toString(), /^[a-z0-9_]{10,80}$/)

export interface IndexRange extends PageQuery {
  /** Sorted sets of index members. What is in all of them is loaded. */
  readonly keys: readonly string[]
  /** The smallest member, `-` for no bound. */
  readonly from?: string
  /** The largest member, `+` for no bound. */
  readonly to?: string
  /** If given, and one index is the whole filter: the members from here on are counted. `-` counts all. */
  readonly countedFrom?: string | undefined
  /** `newest` if it is absent. */
  readonly first?: 'newest' | 'oldest'
  /** The id in a member; `idOfMember` if it is absent. */
  readonly idOf?: (member: string) => string
}

/** About how many entries one call examines. If hardly any of them belongs, the page ends early and its cursor says where to go on. */
const maxExamined = 2000
const maxBatch = 500
/** So many pages of an index are read at once if other indexes decide as well: most of it may be missing there. */
const pagesAtOnce = 4

/** Pages through an index. `load` returns an item for each id, or null for one that does not belong. */
export async function pageThroughIndex<Item>(
  client: RedisClient,
  { keys, limit, cursor, from = '-', to = '+', countedFrom, first = 'newest', idOf = idOfMember }: IndexRange,
  load: (ids: readonly string[], members: readonly string[]) => Promise<readonly (Item | null)[]>,
): Promise<Listing<Item>> {
  const [key, others] = await smallestFirst(client, keys)
  const counting = countedFrom !== undefined && keys.length === 1 ? client.zlexcount(key, countedFrom, '+') : undefined
  counting?.catch(() => {}) // awaited at the end, perhaps only after it has failed
  const found: { item: Item; member: string }[] = []
  const isNewestFirst = first === 'newest'
  let start = cursor === undefined ? (isNewestFirst ? to : from) : `(${decode(cursor)}`
  let batch = others.length > 0 ? Math.max(limit + 1, Math.min((limit + 1) * pagesAtOnce, maxBatch)) : limit + 1
  for (let examined = 0; found.length <= limit; batch = Math.max(batch, Math.min(batch * 2, maxBatch))) {
    const members = isNewestFirst
      ? await client.zrevrangebylex(key, start, from, 'LIMIT', 0, batch)
      : await client.zrangebylex(key, start, to, 'LIMIT', 0, batch)
    const wanted = await inAll(client, others, members)
    for (let from = 0; from < wanted.length && found.length <= limit; ) {
      const some = others.length > 0 ? wanted.slice(from, from + limit + 1 - found.length) : wanted
      from += some.length
      const items = await load(some.map(idOf), some)
      some.forEach((member, index) => {
        const item = items[index]
        if (item !== null && item !== undefined) found.push({ item, member })
      })
    }
    const last = members.at(-1)
    if (last === undefined || members.length < batch) break
    examined += members.length
    if (examined >= maxExamined && found.length <= limit)
      return { items: found.map(({ item }) => item), next: encode(last), total: await counting }
    start = `(${last}`
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { items: page.map(({ item }) => item), next: found.length > limit && last ? encode(last.member) : null, total: await counting }
}

async function smallestFirst(client: RedisClient, keys: readonly string[]): Promise<readonly [first: string, others: readonly string[]]> {
  const [only = '', ...none] = keys
  if (none.length === 0) return [only, none]
  const sizes = await Promise.all(keys.map((key) => client.zcard(key)))
  const first = sizes.indexOf(Math.min(...sizes))
  return [keys[first] ?? only, keys.filter((_, at) => at !== first)]
}

/** Those of the members that are in each of these indexes. */
async function inAll(client: RedisClient, indexes: readonly string[], members: readonly string[]): Promise<readonly string[]> {
  if (indexes.length === 0 || members.length === 0) return members
  const scores = await Promise.all(indexes.map((index) => client.zmscore(index, ...members)))
  return members.filter((_, at) => scores.every((ofIndex) => ofIndex[at] !== null))
}
