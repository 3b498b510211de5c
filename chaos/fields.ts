/** What an object says, by the path of each field (`lines[0].quantity`): decimals by their value, and nothing of what is absent. */
export type Fields = ReadonlyMap<string, string>

export function fieldsOf(object: object): Fields {
  const fields = new Map<string, string>()
  const walk = (value: unknown, path: string): void => {
    if (value === null || value === undefined || value === '') return
    if (Array.isArray(value)) {
      fields.set(`${path}.length`, String(value.length))
      for (const [at, each] of value.entries()) walk(each, `${path}[${at}]`)
    } else if (typeof value === 'object') {
      for (const [name, each] of Object.entries(value)) walk(each, path === '' ? name : `${path}.${name}`)
    } else fields.set(path, plain(String(value)))
  }
  walk(object, '')
  return fields
}

const plain = (text: string): string => (/^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text)

/** The first field in which one has something else than is expected of it, in words; it may have more fields. */
export function differenceIn(name: string, actual: Fields, expected: Fields): readonly string[] {
  for (const [path, value] of expected) {
    const found = actual.get(path)
    if (found !== value) return [`${name} has ${path} ${found === undefined ? 'not at all' : `"${found}"`} instead of "${value}"`]
  }
  return []
}
