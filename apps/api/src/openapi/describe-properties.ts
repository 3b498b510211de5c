import { everyPart, isPart, operationsOf, type Part, partOf } from './document.ts'
import { propertyDescriptions } from './property-descriptions.ts'

const descriptionOf = (schema: string, name: string): string | undefined =>
  propertyDescriptions[`${schema.replace(/Input$/, '')}.${name}`] ?? propertyDescriptions[name.toLowerCase()] ?? propertyDescriptions[name]

/** Gives every property and parameter a description, if its schema has none and the table has one. */
export function describeProperties(document: Part): void {
  const schemas = partOf(partOf(document.components).schemas)
  for (const [schemaName, schema] of Object.entries(schemas)) {
    for (const { properties } of everyPart(schema)) {
      for (const [name, property] of Object.entries(partOf(properties))) {
        if (isPart(property) && property.description === undefined && property.$ref === undefined)
          Object.assign(property, { description: descriptionOf(schemaName, name) })
      }
    }
  }
  for (const { operation } of operationsOf(document)) {
    for (const parameter of Array.isArray(operation.parameters) ? operation.parameters.filter(isPart) : []) {
      const { name, schema } = parameter
      if (parameter.description === undefined) parameter.description = partOf(schema).description ?? descriptionOf('', String(name))
    }
  }
}
