import { childrenOf, elementsAt, type XmlElement } from '../xml/element.ts'
import { parseXml } from '../xml/parse-xml.ts'

/** What a type of entities has. */
export interface EntityShape {
  readonly properties: ReadonlySet<string>
  /** Its navigation properties. */
  readonly links: ReadonlySet<string>
}

/** The shapes of the entity sets that a service has, by the name of the set. */
export type ServiceShape = ReadonlyMap<string, EntityShape>

/** Reads a `$metadata` document (EDMX, OData V2 to V4). Throws as `parseXml` does if it is none. */
export async function parseMetadata(text: string): Promise<ServiceShape> {
  const schemas = elementsAt(await parseXml(text), 'DataServices/Schema')
  const types = new Map(
    schemas.flatMap((schema) => childrenOf(schema, 'EntityType').map((type) => [localName(type.attributes.Name), type])),
  )
  const sets = schemas.flatMap((schema) => elementsAt(schema, 'EntityContainer/EntitySet'))
  return new Map(sets.map(({ attributes }) => [attributes.Name ?? '', shapeOf(localName(attributes.EntityType), types)]))
}

/** Without the namespace: a service has each name once. */
const localName = (name = ''): string => name.slice(name.lastIndexOf('.') + 1)

/** With what a type inherits. */
function shapeOf(name: string, types: ReadonlyMap<string, XmlElement>): EntityShape {
  const properties = new Set<string>()
  const links = new Set<string>()
  const visited = new Set<string>()
  for (let at = name; !visited.has(at) && types.has(at); ) {
    visited.add(at)
    const type = types.get(at)
    for (const { attributes } of childrenOf(type, 'Property')) properties.add(attributes.Name ?? '')
    for (const { attributes } of childrenOf(type, 'NavigationProperty')) links.add(attributes.Name ?? '')
    at = localName(type?.attributes.BaseType)
  }
  return { properties, links }
}
