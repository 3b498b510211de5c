import { shownOf } from './answer-collection.ts'
import { type BcStore, linesOf, type SetName } from './bc-store.ts'

/** `$metadata` of the sets that have an entity to tell from. */
export function describeStore(store: BcStore): string {
  const names = Object.keys(store) as SetName[]
  const types = names.flatMap((set) => {
    const [example] = store[set].sorted('id')
    if (!example) return []
    const properties = Object.entries(shownOf(store, set, example))
      .filter(([name]) => !name.startsWith('@'))
      .map(([name, value]) => `<Property Name="${name}" Type="${typeOf(name, value)}"/>`)
    const lines = linesOf[set]
    const link = lines ? `<NavigationProperty Name="${lines}" Type="Collection(Microsoft.NAV.${lines.replace(/s$/, '')})"/>` : ''
    return [[set, `<EntityType Name="${set}Type"><Key><PropertyRef Name="id"/></Key>${properties.join('')}${link}</EntityType>`] as const]
  })
  const sets = types.map(([set]) => `<EntitySet Name="${set}" EntityType="Microsoft.NAV.${set}Type"/>`)
  return `<?xml version="1.0" encoding="utf-8"?><edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices><Schema Namespace="Microsoft.NAV" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types.map(([, text]) => text).join('')}<EntityContainer Name="NAV">${sets.join('')}</EntityContainer></Schema></edmx:DataServices></edmx:Edmx>`
}

function typeOf(name: string, value: unknown): string {
  if (name === 'lastModifiedDateTime') return 'Edm.DateTimeOffset'
  if (/[iI]d$/.test(name)) return 'Edm.Guid'
  if (/Date$/.test(name)) return 'Edm.Date'
  return typeof value === 'number' ? 'Edm.Decimal' : typeof value === 'boolean' ? 'Edm.Boolean' : 'Edm.String'
}
