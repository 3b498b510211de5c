import { everyPart, isPart, type Part, partOf } from './document.ts'

/** A choice of one is no choice. */
function unwrap(part: Part): void {
  const [only, ...others] = Array.isArray(part.anyOf) ? part.anyOf : []
  if (!isPart(only) || others.length > 0) return
  delete part.anyOf
  Object.assign(part, { ...only, ...part })
}

/** Other tools read a pattern without Unicode's classes: to them it means something else. The server still checks it. */
function dropUnicodePattern(part: Part): void {
  if (typeof part.pattern === 'string' && part.pattern.includes('\\p{')) delete part.pattern
}

/** An object whose names are a closed list has them as properties. */
function nameProperties(part: Part): void {
  const names = partOf(part.propertyNames).enum
  const value = part.additionalProperties
  if (!Array.isArray(names) || !isPart(value) || part.properties !== undefined) return
  part.properties = Object.fromEntries(names.map((name) => [name, { ...value, description: `For "${name}".` }]))
  delete part.propertyNames
  part.additionalProperties = false
}

const reference = '#/components/schemas/'

/** The names of the schemas that a part needs, and those that these need. */
function namesUsedBy(part: unknown, schemas: Part, used = new Set<string>()): ReadonlySet<string> {
  for (const { $ref, discriminator } of everyPart(part)) {
    const mapped = Object.values(partOf(partOf(discriminator).mapping))
    for (const target of [$ref, ...mapped]) {
      const name = typeof target === 'string' && target.startsWith(reference) ? target.slice(reference.length) : null
      if (name === null || used.has(name)) continue
      used.add(name)
      namesUsedBy(schemas[name], schemas, used)
    }
  }
  return used
}

/** Simplifies schemas as linters want them, and drops those that no route uses. */
export function tidySchemas(document: Part): void {
  const components = partOf(document.components)
  const schemas = partOf(components.schemas)
  for (const part of everyPart(document)) {
    unwrap(part)
    dropUnicodePattern(part)
    nameProperties(part)
  }
  const used = namesUsedBy(document.paths, schemas)
  components.schemas = Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name)))
}
