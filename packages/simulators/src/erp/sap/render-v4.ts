import { toV4 } from './edm.ts'
import type { Entity } from './entity.ts'
import type { QueryOptions } from './query-options.ts'

export interface V4Style {
  readonly options: Pick<QueryOptions, 'select' | 'expand'>
  /** Whether decimals are strings, as `IEEE754Compatible=true` requests. */
  readonly hasStringDecimals: boolean
}

/** An entity in V4 JSON. Links that are not expanded are left out. */
export function entityToV4(entity: Entity, style: V4Style, path = ''): Record<string, unknown> {
  const { select, expand } = style.options
  const wanted = path === '' && select && !select.includes('*') ? select : undefined
  const etag = etagV4(entity)
  const fields = Object.entries(entity.fields)
    .filter(([name]) => !wanted || wanted.includes(name))
    .map(([name, value]) => [name, toV4(value, style.hasStringDecimals)])
  const links = Object.entries(entity.links)
    .filter(([name]) => expand.some((each) => each === path + name || each.startsWith(`${path}${name}/`)))
    .map(([name, read]) => [name, read().map((each) => entityToV4(each, style, `${path}${name}/`))])
  return { ...(etag !== undefined && { '@odata.etag': etag }), ...Object.fromEntries(fields), ...Object.fromEntries(links) }
}

/** The ETag of an entity; undefined if it has no change time. */
export function etagV4({ fields: { LastChangeDateTime: changed } }: Entity): string | undefined {
  return typeof changed === 'object' && changed ? `W/"SADL-${Date.parse(changed.value)}"` : undefined
}
