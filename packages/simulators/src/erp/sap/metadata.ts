import { kindOf } from './edm.ts'
import type { Entity } from './entity.ts'
import type { SapService } from './services.ts'

const edmNames = {
  v2: { String: 'Edm.String', Boolean: 'Edm.Boolean', Timestamp: 'Edm.DateTimeOffset', Date: 'Edm.DateTime', Decimal: 'Edm.Decimal' },
  v4: { String: 'Edm.String', Boolean: 'Edm.Boolean', Timestamp: 'Edm.DateTimeOffset', Date: 'Edm.Date', Decimal: 'Edm.Decimal' },
} as const

interface Described {
  readonly name: string
  readonly keys: readonly string[]
  readonly entity: Entity | undefined
}

/** A minimal `$metadata`: the entity sets of the service, those that hang on them, and the properties of their types. */
export function describeService({ version, namespace, sets }: SapService): string {
  const described = new Map<string, Described>()
  for (const set of sets) {
    const row = set.table.at(0)
    const entity = row && set.toEntity(row)
    described.set(set.name, { name: set.name, keys: entity?.keys ?? [set.idField], entity })
    if (entity) addLinked(entity, described)
  }
  const all = [...described.values()]
  const types = all.map(({ name, keys, entity }) => {
    const properties = Object.entries(entity?.fields ?? {}).map(
      ([property, value]) => `<Property Name="${property}" Type="${edmNames[version][kindOf(value) ?? 'Date']}"/>`,
    )
    const links = Object.keys(entity?.links ?? {}).map((link) => `<NavigationProperty Name="${link}"/>`)
    const refs = keys.map((key) => `<PropertyRef Name="${key}"/>`)
    return `<EntityType Name="${name}Type"><Key>${refs.join('')}</Key>${properties.join('')}${links.join('')}</EntityType>`
  })
  const entitySets = all.map(({ name }) => `<EntitySet Name="${name}" EntityType="${namespace}.${name}Type"/>`)
  const schema = `<Schema Namespace="${namespace}">${types.join('')}<EntityContainer Name="Container">${entitySets.join('')}</EntityContainer></Schema>`
  const edmx = version === 'v2' ? 'http://schemas.microsoft.com/ado/2007/06/edmx' : 'http://docs.oasis-open.org/odata/ns/edmx'
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="${version === 'v2' ? '1.0' : '4.0'}" xmlns:edmx="${edmx}"><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>`
}

/** Adds what hangs on an entity, as far as it has some. */
function addLinked({ links }: Entity, described: Map<string, Described>): void {
  for (const read of Object.values(links)) {
    const [entity] = read()
    if (!entity || described.has(entity.set)) continue
    described.set(entity.set, { name: entity.set, keys: entity.keys, entity })
    addLinked(entity, described)
  }
}
