import {
  type AssignmentRepository,
  ClientERPAssignment,
  type Party,
  type PartyStore,
  SiteERPAssignment,
  type VersionedList,
} from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { Keys } from '../keys.ts'
import type { createVersionedLists, DiscardableList } from './versioned-lists.ts'

interface Assignment extends Party {
  readonly erpConnectionId: string
}

/** The client or site in a list's key. */
const ownerOf = (key: string): string => key.slice(key.lastIndexOf('{') + 1, -1)

/** The assignments of clients and sites. Each connection also knows which lists name it, so that deleting it can remove it from them. */
export function redisAssignments(
  client: RedisClient,
  keys: Keys,
  versionedList: ReturnType<typeof createVersionedLists>,
  parties: Pick<PartyStore, 'know'>,
): AssignmentRepository & { readonly discardable: Readonly<Record<'client-assignment' | 'site-assignment', DiscardableList>> } {
  const note = async (key: string, list: readonly Assignment[]) => {
    await parties.know(list)
    await Promise.all(list.map(({ erpConnectionId }) => client.sadd(keys.users(erpConnectionId), key)))
  }
  const clients = versionedList({ kind: 'client-assignment', key: keys.clientAssignments, schema: ClientERPAssignment, before: note })
  const sites = versionedList({ kind: 'site-assignment', key: keys.siteAssignments, schema: SiteERPAssignment, before: note })

  const forget = <Item extends Assignment>(list: VersionedList<Item>, ownerId: string, connectionId: string) =>
    list.change(ownerId, (before) => before.filter(({ erpConnectionId }) => erpConnectionId !== connectionId))

  return {
    clients,
    sites,
    discardable: { 'client-assignment': clients, 'site-assignment': sites },
    async ofConnection(connectionId) {
      const users = await client.smembers(keys.users(connectionId))
      const isOfIt = (assignment: Assignment) => assignment.erpConnectionId === connectionId
      const siteIds = users.map(ownerOf).filter((id) => users.includes(keys.siteAssignments(id)))
      const clientIds = users.map(ownerOf).filter((id) => users.includes(keys.clientAssignments(id)))
      const [ofClients, ofSites] = await Promise.all([
        Promise.all([...new Set(clientIds)].map((id) => clients.list(id))),
        Promise.all([...new Set(siteIds)].map((id) => sites.list(id))),
      ])
      return { clients: ofClients.flat().filter(isOfIt), sites: ofSites.flat().filter(isOfIt) }
    },
    async forgetConnection(connectionId) {
      for (const user of await client.smembers(keys.users(connectionId))) {
        const ownerId = ownerOf(user)
        if (user === keys.siteAssignments(ownerId)) await forget(sites, ownerId, connectionId)
        else await forget(clients, ownerId, connectionId)
      }
      await client.unlink(keys.users(connectionId))
    },
  }
}
