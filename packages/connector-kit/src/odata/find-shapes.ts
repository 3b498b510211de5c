import { AppError } from '@linkspan/core/connector'
import { isCutJson } from '../http/json.ts'
import type { EntityShape, ServiceShape } from './metadata.ts'

/**
 * The shapes of some entity sets in a `$metadata` document (EDMX, OData V4) that is too large to be held as a tree: it is searched for the
 * tags of the sets and of their types, and nothing else is read. Throws `remote.cut-short` if the text ends before the document does,
 * `setup.answer-unexpected` if it is none.
 */
export function findShapes(text: string, isWanted: (set: string) => boolean): ServiceShape {
  checkWhole(text)
  const types = new Map<string, string>()
  for (const [, attributes = ''] of text.matchAll(/<EntitySet\s([^>]*)>/g)) {
    const name = attributeIn(attributes, 'Name')
    if (name !== undefined && isWanted(name)) types.set(name, localName(attributeIn(attributes, 'EntityType')))
  }
  const bodies = bodiesOf(text, new Set(types.values()))
  return new Map([...types].map(([set, type]) => [set, shapeOf(type, bodies)]))
}

/** A document without its end would lack entity sets that the server has. */
function checkWhole(text: string): void {
  if (/<\/(?:\w+:)?Edmx>$/.test(text.trimEnd().slice(-100))) return
  const isCut = /^\s*<(?:\?xml|(?:\w+:)?Edmx)/.test(text) || isCutJson(text)
  if (isCut) throw new AppError('remote.cut-short', 'The answer to $metadata ends before the document does')
  throw new AppError('setup.answer-unexpected', 'The answer to $metadata is no EDMX document')
}

interface TypeBody {
  readonly base: string
  readonly tags: string
}

/** What is within the tags of these types, and of those that they are based on. */
function bodiesOf(text: string, wanted: ReadonlySet<string>): ReadonlyMap<string, TypeBody> {
  const found = new Map<string, TypeBody>()
  for (let missing = wanted; missing.size > 0; ) {
    const bases = new Set<string>()
    for (const match of text.matchAll(/<EntityType\s([^>]*)>/g)) {
      const [tag, attributes = ''] = match
      const name = attributeIn(attributes, 'Name') ?? ''
      if (!missing.has(name)) continue
      const from = match.index + tag.length
      const end = tag.endsWith('/>') ? from : text.indexOf('</EntityType>', from)
      const base = localName(attributeIn(attributes, 'BaseType'))
      found.set(name, { base, tags: text.slice(from, end < 0 ? undefined : end) })
      bases.add(base)
    }
    missing = new Set([...bases].filter((base) => base !== '' && !found.has(base) && !missing.has(base)))
  }
  return found
}

/** With what a type inherits. */
function shapeOf(name: string, bodies: ReadonlyMap<string, TypeBody>): EntityShape {
  const properties = new Set<string>()
  const links = new Set<string>()
  const visited = new Set<string>()
  for (let at = name; !visited.has(at); at = bodies.get(at)?.base ?? '') {
    visited.add(at)
    for (const [, kind, attributes = ''] of (bodies.get(at)?.tags ?? '').matchAll(/<(Property|NavigationProperty)\s([^>]*)>/g))
      (kind === 'Property' ? properties : links).add(attributeIn(attributes, 'Name') ?? '')
  }
  return { properties, links }
}

function attributeIn(attributes: string, name: string): string | undefined {
  const [, double, single] = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes) ?? []
  return double ?? single
}

/** Without the namespace: a service has each name once. */
const localName = (name = ''): string => name.slice(name.lastIndexOf('.') + 1)
