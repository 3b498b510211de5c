import { enumerations, type SetName, setShapes } from './fo-store.ts'
import { propertiesOf } from './schema.ts'

/** `$metadata` of entity sets by the names under which they are called. */
export function describeSets(names: ReadonlyMap<string, SetName>): string {
  const shown = [...names]
  const types = [...new Set(shown.map(([, set]) => set))].map((set) => {
    const { entity, keys } = setShapes[set]
    const key = keys.map((name) => `<PropertyRef Name="${name}" />`).join('')
    const properties = [...propertiesOf(set)].map((name) => `<Property Name="${name}" Type="${typeOf(name)}" />`).join('')
    return `<EntityType Name="${entity}"><Key>${key}</Key>${properties}</EntityType>`
  })
  const sets = shown.map(
    ([name, set]) => `<EntitySet Name="${name}" EntityType="Microsoft.Dynamics.DataEntities.${setShapes[set].entity}" />`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="Microsoft.Dynamics.DataEntities" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types.join('')}<EntityContainer Name="Resources">${sets.join('')}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`
}

function typeOf(name: string): string {
  if (enumerations[name] !== undefined) return `Microsoft.Dynamics.DataEntities.${enumerations[name]}`
  if (/Date(Time)?$/.test(name)) return 'Edm.DateTimeOffset'
  return /(Quantity|Price|Amount|Weight|Cost|LineNumber)$/.test(name) ? 'Edm.Decimal' : 'Edm.String'
}
