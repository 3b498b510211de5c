import { toV4 } from './edm.ts'
import type { Entity } from './entity.ts'
import type { QueryOptions } from './query-options.ts'

export interface V4Style {
  readonly options: Pick<QueryOptions, 'select' | 'expand'>
  /** Decimals as strings, as `IEEE754Compatible=true` asks for. */
  readonly hasStringDecimals: boolean
}

/** An entity in V4 JSON: links that were not asked for are absent. */
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

/** The version of an entity, where it has a change time. */
export function etagV4({ fields: { LastChangeDateTime: changed } }: Entity): string | undefined {
  return typeof changed === 'object' && changed ? `W/"SADL-${Date.parse(changed.value)}"` : undefined
}
