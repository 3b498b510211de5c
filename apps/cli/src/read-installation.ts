import {
  type ClientERPAssignment,
  type ERPConnection,
  everyItem,
  type LinkspanClient,
  LinkspanError,
  ok,
  type SiteERPAssignment,
} from '@linkspan/client'
import type { Document, Fields } from './document.ts'
import { CliError } from './problem.ts'

/** An installation as a document, with the ids that its parts have there. */
export interface Installation {
  readonly document: Document
  readonly connectionIds: ReadonlyMap<string, string>
  /** Of each connection as it was read, by its name. */
  readonly etags: ReadonlyMap<string, string>
  /** By `<connection>/<data type>/<direction>`. */
  readonly configIds: ReadonlyMap<string, string>
  /** By `<client or site>/<connection>`. */
  readonly assignmentIds: ReadonlyMap<string, string>
}

export const configKey = (connection: string, { dataType, direction }: { readonly dataType: string; readonly direction: string }): string =>
  `${connection}/${dataType}/${direction}`
export const assignmentKey = (kind: 'client' | 'site', owner: string, connection: string): string => `${kind}/${owner}/${connection}`

/** Reads everything that a document can describe. Throws if two connections have one name. */
export async function readInstallation(linkspan: LinkspanClient): Promise<Installation> {
  const read = await readConnections(linkspan)
  const found = read.map(({ connection }) => connection)
  const names = found.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new CliError(`Two connections are called "${twice}": give one of them another name first`)

  const connections: Document['connections'] = {}
  const [clients, sites]: [Document['clients'], Document['sites']] = [{}, {}]
  const [configIds, assignmentIds] = [new Map<string, string>(), new Map<string, string>()]
  for (const connection of found.toSorted((one, other) => one.name.localeCompare(other.name))) {
    const path = { params: { path: { id: connection.id } } }
    const configs = await ok(linkspan.GET('/erp/connections/{id}/sync-configs', path))
    const uses = await ok(linkspan.GET('/erp/connections/{id}/assignments', path))
    connections[connection.name] = { ...describeConnection(connection), syncConfigurations: configs.map(describeConfig) }
    for (const config of configs) configIds.set(configKey(connection.name, config), config.id)
    for (const use of uses.clients) {
      assignmentIds.set(assignmentKey('client', use.clientId, connection.name), use.id)
      clients[use.clientId] = [...(clients[use.clientId] ?? []), describeClientUse(use, connection.name)]
    }
    for (const use of uses.sites) {
      assignmentIds.set(assignmentKey('site', use.siteId, connection.name), use.id)
      sites[use.siteId] = [...(sites[use.siteId] ?? []), describeSiteUse(use, connection.name)]
    }
  }
  return {
    document: { version: 1, connections, clients, sites },
    connectionIds: new Map(found.map(({ name, id }) => [name, id])),
    etags: new Map(read.map(({ connection, etag }) => [connection.name, etag])),
    configIds,
    assignmentIds,
  }
}

/** Every connection with its ETag. A list has no ETags, so each connection is read by itself; one that is deleted meanwhile is left out. */
async function readConnections(linkspan: LinkspanClient) {
  const found: { readonly connection: ERPConnection; readonly etag: string }[] = []
  for await (const { id } of everyItem((start) => linkspan.GET('/erp/connections', { params: { query: { limit: 1000, ...start } } }))) {
    const { data, error, response } = await linkspan.GET('/erp/connections/{id}', { params: { path: { id } } })
    if (response.status === 404) continue
    if (data === undefined) throw new LinkspanError(response, error)
    found.push({ connection: data, etag: response.headers.get('etag') ?? '*' })
  }
  return found
}

/** A status that Linkspan has set is no wish of anybody. */
function describeConnection({ provider, connectionMethod, status, credentials, settings }: ERPConnection) {
  const wish = status === 'inactive' ? ('inactive' as const) : ('active' as const)
  return { provider, connectionMethod, status: wish, credentials: credentials as Fields, settings: settings as Fields }
}

type Config = { readonly dataType: string; readonly direction: string; readonly settings: object } & Fields
function describeConfig(config: Config) {
  const { dataType, direction, schedule, timezone, enabled, settings } = config
  return {
    dataType,
    direction,
    ...(schedule !== undefined && { schedule }),
    ...(timezone !== undefined && { timezone }),
    enabled,
    settings: settings as Fields,
  }
}

const describeClientUse = ({ catalogId, settings, isDefault }: ClientERPAssignment, connection: string) => ({
  connection,
  ...(catalogId !== undefined && { catalogId }),
  isDefault,
  settings,
})

const describeSiteUse = ({ clientId, catalogId, settings, overridesClient }: SiteERPAssignment, connection: string) => ({
  connection,
  clientId,
  ...(catalogId !== undefined && { catalogId }),
  overridesClient,
  settings,
})
