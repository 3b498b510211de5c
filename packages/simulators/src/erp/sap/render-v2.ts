import { toAtom, toV2 } from './edm.ts'
import { type Entity, keyPredicate } from './entity.ts'
import { ODataError } from './odata-error.ts'
import type { QueryOptions } from './query-options.ts'

/** What an entity's JSON depends on besides the entity. */
export interface RenderContext {
  /** The root URL of the service, as used in links. */
  readonly serviceUrl: string
  readonly namespace: string
  readonly options: Pick<QueryOptions, 'select' | 'expand'>
}

/** An entity in V2 JSON. Links that are not expanded are deferred (docs/erp/sap-s4hana.md#envelopes). */
export function entityToV2(entity: Entity, around: RenderContext, path = ''): Record<string, unknown> {
  const uri = `${around.serviceUrl}/${entity.set}${keyPredicate(entity)}`
  const etag = etagV2(entity)
  const { select, expand } = around.options
  const wanted = wantedNames(select, path)
  const fields = Object.entries(entity.fields).filter(([name]) => !wanted || wanted.includes(name))
  const links = Object.entries(entity.links).flatMap(([name, read]) => {
    const isExpanded = expand.some((each) => each === path + name || each.startsWith(`${path}${name}/`))
    if (wanted && !isExpanded && !wanted.includes(name)) return []
    const value = isExpanded
      ? { results: read().map((each) => entityToV2(each, around, `${path}${name}/`)) }
      : { __deferred: { uri: `${uri}/${name}` } }
    return [[name, value] as const]
  })
  return {
    __metadata: { id: uri, uri, type: `${around.namespace}.${entity.type}`, ...(etag !== undefined && { etag }) },
    ...Object.fromEntries(fields.map(([name, value]) => [name, toV2(value)])),
    ...Object.fromEntries(links),
  }
}

/** The ETag of an entity; undefined if it has no change time. */
export function etagV2({ fields: { LastChangeDateTime: changed } }: Entity): string | undefined {
  return typeof changed === 'object' && changed ? `W/"datetimeoffset'${encodeURIComponent(changed.value)}'"` : undefined
}

/** Throws an ODataError if `$expand` names a link that the entity does not have. */
export function checkExpand(entity: Entity, { expand }: Pick<QueryOptions, 'expand'>): void {
  for (const path of expand) {
    let entities: readonly Entity[] = [entity]
    for (const name of path.split('/')) {
      const inner = entities[0]
      if (!inner) break
      const read = inner.links[name]
      if (!read) throw new ODataError(400, '/IWBEP/CM_MGW_RT/021', `Navigation property ${name} was not found in ${inner.type}.`)
      entities = read()
    }
  }
}

/** An Atom feed, which is what V2 returns if JSON is not requested (docs/erp/sap-s4hana.md#json-on-request). */
export function feedToAtom(entities: readonly Entity[], around: RenderContext, next: string | undefined): string {
  const entries = entities.map((entity) => {
    const properties = Object.entries(entity.fields).map(([name, value]) => `<d:${name}>${escapeXml(toAtom(value))}</d:${name}>`)
    const id = escapeXml(`${around.serviceUrl}/${entity.set}${keyPredicate(entity)}`)
    return `<entry><id>${id}</id><content type="application/xml"><m:properties>${properties.join('')}</m:properties></content></entry>`
  })
  const link = next === undefined ? '' : `<link rel="next" href="${escapeXml(next)}"/>`
  const namespaces =
    'xmlns="http://www.w3.org/2005/Atom" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"'
  return `<?xml version="1.0" encoding="utf-8"?><feed ${namespaces} xml:base="${escapeXml(around.serviceUrl)}/">${entries.join('')}${link}</feed>`
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function wantedNames(select: readonly string[] | undefined, path: string): string[] | undefined {
  if (!select || select.includes('*')) return undefined
  const names = select.filter((name) => name.startsWith(path)).map((name) => name.slice(path.length).split('/')[0] ?? '')
  return path !== '' && (names.length === 0 || select.includes(path.slice(0, -1))) ? undefined : names
}
