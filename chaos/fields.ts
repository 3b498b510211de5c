/** The values of an object by the path of each field (`lines[0].quantity`), with decimals normalised and absent fields left out. */
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

/** Describes the first field that differs from the expected one. Additional fields are allowed. */
export function differenceIn(name: string, actual: Fields, expected: Fields): readonly string[] {
  for (const [path, value] of expected) {
    const found = actual.get(path)
    if (found !== value) return [`${name} has ${path} ${found === undefined ? 'missing' : `"${found}"`} instead of "${value}"`]
  }
  return []
}
