import type { ConnectionRepository } from '../connections/connection.ts'
import type { Listing, PageQuery } from '../kernel/listing.ts'
import { nullIfUnreadable } from '../kernel/unreadable.ts'
import type { AssignmentRepository, ClientERPAssignment, SiteERPAssignment } from './assignment.ts'
import { type ConnectionsById, type ERPClient, type ERPSite, siteErp, toAssigned } from './erp-site.ts'
import type { PartyStore } from './party-store.ts'

export interface PartyPorts {
  readonly assignments: AssignmentRepository
  readonly connections: ConnectionRepository
  readonly parties: PartyStore
}

type Assignment = ClientERPAssignment | SiteERPAssignment

/** The connections of these assignments that exist. */
export async function connectionsOf(ports: Pick<PartyPorts, 'connections'>, assignments: readonly Assignment[]): Promise<ConnectionsById> {
  const ids = [...new Set(assignments.map(({ erpConnectionId }) => erpConnectionId))]
  const found = await Promise.all(ids.map((id) => ports.connections.get(id).catch(nullIfUnreadable)))
  return new Map(found.flatMap((connection) => (connection ? [[connection.id, connection] as const] : [])))
}

const known = <Item extends Assignment>(list: readonly Item[], connections: ConnectionsById): Item[] =>
  list.filter(({ erpConnectionId }) => connections.has(erpConnectionId))

const named = (name: string | null | undefined) => (name ? { name } : {})

/** The clients with these ids; null for those that have neither a name nor an assignment. */
async function readClients(ids: readonly string[], ports: PartyPorts): Promise<readonly (ERPClient | null)[]> {
  const [names, lists] = await Promise.all([
    ports.parties.names(ids.map((clientId) => ({ clientId }))),
    Promise.all(ids.map((id) => ports.assignments.clients.list(id))),
  ])
  const connections = await connectionsOf(ports, lists.flat())
  return ids.map((id, at) => {
    const assignments = known(lists[at] ?? [], connections)
    if (!names[at] && assignments.length === 0) return null
    const inherited = assignments.find(({ isDefault }) => isDefault)
    return { id, ...named(names[at]), assignments, defaultConnection: toAssigned(connections.get(inherited?.erpConnectionId ?? '')) }
  })
}

/** The sites of a client with these ids; null for those that have neither a name nor an assignment. */
export async function readSites(clientId: string, ids: readonly string[], ports: PartyPorts): Promise<readonly (ERPSite | null)[]> {
  const [names, ofClient, lists] = await Promise.all([
    ports.parties.names(ids.map((siteId) => ({ clientId, siteId }))),
    ports.assignments.clients.list(clientId),
    Promise.all(ids.map((id) => ports.assignments.sites.list(id))),
  ])
  const connections = await connectionsOf(ports, [...ofClient, ...lists.flat()])
  return ids.map((id, at) => {
    const assignments = known(lists[at] ?? [], connections)
    const isOfClient = assignments.some((assignment) => assignment.clientId === clientId)
    if (!names[at] && !isOfClient) return null
    return { id, clientId, ...named(names[at]), assignments, effective: siteErp(assignments, known(ofClient, connections), connections) }
  })
}

/** A page may be short although there is a next one: what has lost its name and its assignments is left out. */
const present = <Item>({ next }: Listing<string>, items: readonly (Item | null)[]): Listing<Item> => ({
  items: items.filter((item) => item !== null),
  next,
})

export async function listClients(query: PageQuery, ports: PartyPorts): Promise<Listing<ERPClient>> {
  const page = await ports.parties.clients(query)
  return present(page, await readClients(page.items, ports))
}

export async function listSites(clientId: string, query: PageQuery, ports: PartyPorts): Promise<Listing<ERPSite>> {
  const page = await ports.parties.sites(clientId, query)
  return present(page, await readSites(clientId, page.items, ports))
}

/** The client itself, also if nothing is known of it. */
export async function readClient(id: string, ports: PartyPorts): Promise<ERPClient> {
  const [client] = await readClients([id], ports)
  return client ?? { id, assignments: [], defaultConnection: null }
}

/** The site itself, also if nothing is known of it. */
export async function readSite(clientId: string, id: string, ports: PartyPorts): Promise<ERPSite> {
  const [site] = await readSites(clientId, [id], ports)
  if (site) return site
  const ofClient = await ports.assignments.clients.list(clientId)
  const connections = await connectionsOf(ports, ofClient)
  return { id, clientId, assignments: [], effective: siteErp([], known(ofClient, connections), connections) }
}
