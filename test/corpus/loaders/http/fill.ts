type Values = Readonly<Record<string, unknown>>

/** Changes of a value, as in {{body.ourReference|upper}}. */
const filters: Readonly<Record<string, (text: string) => string>> = {
  upper: (text) => text.toUpperCase(),
  lower: (text) => text.toLowerCase(),
  alnum: (text) => text.replace(/[^A-Za-z0-9]/g, ''),
  pad20: (text) => text.padEnd(20),
  zeros10: (text) => text.padStart(10, '0'),
  cut10: (text) => text.slice(0, 10),
  cut20: (text) => text.slice(0, 20),
  nozeros: (text) => text.replace(/^0+/, ''),
}

const slot = /\{\{([^}?|]+)(?:\|(\w+))?(\?)?\}\}/

function lookUp(path: string, filter: string | undefined, values: Values): unknown {
  const value = path.split('.').reduce<unknown>((at, name) => (at as Values | null | undefined)?.[name], values)
  if (filter === undefined) return value
  const change = filters[filter]
  if (!change) throw new Error(`There is no filter "${filter}"`)
  return change(String(value ?? ''))
}

/**
 * Fills a template: `{{name}}` alone becomes the value itself, within other text its text. A text with a value that is null is null, and
 * with `{{name?}}` the field is left out.
 */
export function fill(template: unknown, values: Values): unknown {
  if (typeof template === 'string') return fillText(template, values)
  if (Array.isArray(template)) return template.map((each) => fill(each, values))
  if (typeof template !== 'object' || template === null) return template
  return Object.fromEntries(Object.entries(template).map(([name, each]) => [name, fill(each, values)]))
}

function fillText(template: string, values: Values): unknown {
  const [whole, path = '', filter, mayBeLeftOut] = slot.exec(template) ?? []
  if (whole === undefined) return template
  const value = lookUp(path, filter, values) ?? null
  if (value === null) return mayBeLeftOut ? undefined : null
  if (whole === template) return value
  return fillText(
    template.replace(whole, () => String(value)),
    values,
  )
}
