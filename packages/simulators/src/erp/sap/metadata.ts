import { kindOf } from './edm.ts'
import type { SapService } from './services.ts'

const edmNames = {
  v2: { String: 'Edm.String', Boolean: 'Edm.Boolean', Timestamp: 'Edm.DateTimeOffset', Date: 'Edm.DateTime', Decimal: 'Edm.Decimal' },
  v4: { String: 'Edm.String', Boolean: 'Edm.Boolean', Timestamp: 'Edm.DateTimeOffset', Date: 'Edm.Date', Decimal: 'Edm.Decimal' },
} as const

/** A minimal `$metadata`: the entity sets of the service and the properties of their types. */
export function describeService({ version, namespace, sets }: SapService): string {
  const types = sets.map((set) => {
    const row = set.table.at(0)
    const entity = row && set.toEntity(row)
    const properties = Object.entries(entity?.fields ?? {}).map(
      ([name, value]) => `<Property Name="${name}" Type="${edmNames[version][kindOf(value) ?? 'Date']}"/>`,
    )
    const links = Object.keys(entity?.links ?? {}).map((name) => `<NavigationProperty Name="${name}"/>`)
    const keys = (entity?.keys ?? [set.idField]).map((name) => `<PropertyRef Name="${name}"/>`)
    return `<EntityType Name="${set.name}Type"><Key>${keys.join('')}</Key>${properties.join('')}${links.join('')}</EntityType>`
  })
  const entitySets = sets.map((set) => `<EntitySet Name="${set.name}" EntityType="${namespace}.${set.name}Type"/>`)
  const schema = `<Schema Namespace="${namespace}">${types.join('')}<EntityContainer Name="Container">${entitySets.join('')}</EntityContainer></Schema>`
  const edmx = version === 'v2' ? 'http://schemas.microsoft.com/ado/2007/06/edmx' : 'http://docs.oasis-open.org/odata/ns/edmx'
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="${version === 'v2' ? '1.0' : '4.0'}" xmlns:edmx="${edmx}"><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>`
}
