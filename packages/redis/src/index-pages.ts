import { AppError, type Listing, type PageQuery } from '@linkspan/core'
import type { RedisClient } from './client.ts'
import { idOfMember } from './keys.ts'

const encode = (member: string): string => Buffer.from(member).toString('base64url')

function decode(cursor: string): string {
  const member = Buffer.from(cursor, 'base64url').toString()
  if (!/^[a-z0-9_]{10,80}$/.test(member)) throw new AppError('request.malformed', 'The cursor is none that was given out here')
  return member
}

export interface IndexRange extends PageQuery {
  /** Sorted sets of index members; the smallest is walked, and `load` sorts out what is not in the others. */
  readonly keys: readonly string[]
  /** Members from here on; `-` for no bound. */
  readonly from?: string
  /** Members up to here; `+` for no bound. */
  readonly to?: string
}

/** So many entries one call looks at, more or less. Where hardly any belongs, the page ends early and says where to go on. */
const maxExamined = 2000
const largestBatch = 500

/** Pages through an index, newest first. `load` answers an item for each id, or null for one that does not belong. */
export async function pageThroughIndex<Item>(
  client: RedisClient,
  { keys, limit, cursor, from = '-', to = '+' }: IndexRange,
  load: (ids: readonly string[]) => Promise<readonly (Item | null)[]>,
): Promise<Listing<Item>> {
  const key = await smallest(client, keys)
  const found: { item: Item; member: string }[] = []
  let below = cursor === undefined ? to : `(${decode(cursor)}`
  let batch = limit + 1
  for (let looked = 0; found.length <= limit; batch = Math.max(batch, Math.min(batch * 2, largestBatch))) {
    const members = await client.zrevrangebylex(key, below, from, 'LIMIT', 0, batch)
    const items = await load(members.map(idOfMember))
    members.forEach((member, index) => {
      const item = items[index]
      if (item !== null && item !== undefined) found.push({ item, member })
    })
    const last = members.at(-1)
    if (last === undefined || members.length < batch) break
    looked += members.length
    if (looked >= maxExamined && found.length <= limit) return { items: found.map(({ item }) => item), next: encode(last) }
    below = `(${last}`
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { items: page.map(({ item }) => item), next: found.length > limit && last ? encode(last.member) : null }
}

async function smallest(client: RedisClient, keys: readonly string[]): Promise<string> {
  const [only = ''] = keys
  if (keys.length === 1) return only
  const sizes = await Promise.all(keys.map((key) => client.zcard(key)))
  return keys[sizes.indexOf(Math.min(...sizes))] ?? only
}
