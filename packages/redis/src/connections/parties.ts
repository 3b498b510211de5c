import type { Listing, PageQuery, Party, PartyStore } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import { checkCursor } from '../paging/cursor.ts'

/** No id contains a slash. */
const memberOf = ({ clientId, siteId }: Party): string => (siteId === undefined ? clientId : `${clientId}/${siteId}`)

const ids = /^[\w.:@-]{1,128}$/

/**
 * Which clients and sites are known, and their names. The assignments lie on other nodes of a cluster: parties are noted before they are
 * assigned anything, and who reads the index leaves out those without an assignment.
 */
export function redisParties(client: RedisClient, keys: Keys): PartyStore {
  const [clients, sites, names] = [keys.partyIndex('clients'), keys.partyIndex('sites'), keys.partyIndex('names')]

  async function page(key: string, prefix: string, { limit, cursor }: PageQuery): Promise<Listing<string>> {
    const from = cursor === undefined ? (prefix === '' ? '-' : `[${prefix}`) : `(${prefix}${checkCursor(cursor, ids)}`
    const members = await client.zrangebylex(key, from, prefix === '' ? '+' : `(${prefix.slice(0, -1)}0`, 'LIMIT', 0, limit + 1)
    const shown = members.slice(0, limit).map((member) => member.slice(prefix.length))
    return { items: shown, next: members.length > limit ? (shown.at(-1) ?? null) : null }
  }

  const know = async (parties: readonly Party[]): Promise<void> => {
    const clientIds = [...new Set(parties.map(({ clientId }) => clientId))]
    const siteMembers = [...new Set(parties.filter(({ siteId }) => siteId !== undefined).map(memberOf))]
    if (clientIds.length > 0) await client.zadd(clients, ...clientIds.flatMap((id) => [0, id]))
    if (siteMembers.length > 0) await client.zadd(sites, ...siteMembers.flatMap((member) => [0, member]))
  }

  return {
    clients: (query) => page(clients, '', query),
    sites: (clientId, query) => page(sites, `${clientId}/`, query),
    names: async (parties) => (parties.length === 0 ? [] : client.hmget(names, ...parties.map(memberOf))),
    know,
    async rename(party, name) {
      await know([party])
      if (name === null) await client.hdel(names, memberOf(party))
      else await client.hset(names, memberOf(party), name)
    },
  }
}
