import type { XmlElement } from './element.ts'

/** An element as JSON would have it: text, or an object of its attributes and children, a list for those that come several times. */
export function toFields({ attributes, children, text }: XmlElement): unknown {
  const own = text.trim()
  if (children.length === 0 && Object.keys(attributes).length === 0) return own
  const fields = new Map<string, unknown>(Object.entries(attributes))
  for (const child of children) {
    const before = fields.get(child.name)
    const value = toFields(child)
    fields.set(child.name, before === undefined ? value : [before, value].flat())
  }
  if (own !== '') fields.set('value', own)
  return Object.fromEntries(fields)
}
