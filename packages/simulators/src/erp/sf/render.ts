import type { SfEntity, SfValue } from './people.ts'
import { type SfQuery, SfQueryError } from './sf-query.ts'

/** An entity with the properties that are selected, and the links that are expanded; other links are deferred. */
export function renderEntity(entity: SfEntity, { select, expand }: Pick<SfQuery, 'select' | 'expand'>, path = ''): SfEntity {
  const within = (names: readonly string[]) =>
    names.filter((name) => name.startsWith(path)).map((name) => name.slice(path.length).split('/')[0] ?? '')
  const [wanted, expanded] = [within(select), within(expand)]
  const shown = Object.entries(entity).flatMap(([name, value]): (readonly [string, SfValue])[] => {
    const isLink = typeof value === 'object' && (value !== null || name === 'manager')
    if (wanted.length > 0 && !wanted.includes(name)) return []
    if (!isLink) return [[name, value]]
    if (!expanded.includes(name)) return [[name, { __deferred: { uri: name } }]]
    const render = (each: SfEntity) => renderEntity(each, { select, expand }, `${path}${name}/`)
    if (Array.isArray(value)) return [[name, { results: value.map(render) }]]
    return [[name, value === null ? null : render(value as SfEntity)]]
  })
  return { __metadata: { uri: path }, ...Object.fromEntries(shown) }
}

/** Throws if a property is selected that the entity does not have. */
export function checkSelect(entity: SfEntity, set: string, { select }: Pick<SfQuery, 'select'>): void {
  const unknown = select.find((name) => !Object.hasOwn(entity, name.split('/')[0] ?? ''))
  if (unknown !== undefined) throw new SfQueryError('COE_PROPERTY_NOT_FOUND', `[COE0021]Invalid property names: ${set}/${unknown}.`)
}
