type Fields = Readonly<Record<string, unknown>>

/** The field that identifies an item of such a list. */
const itemKeys: Readonly<Record<string, string>> = { lines: 'lineNumber', shipments: 'shipmentId' }

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value of a record at a path of a conflict: `price`, `shipTo.city`, `lines[10]`, `lines[10].quantity`. */
export function valueAt(record: Fields, path: string): unknown {
  const [, list = '', id, part] = /^([^[.]+)\[(.*)\](?:\.([^\]]+))?$/s.exec(path) ?? []
  const key = itemKeys[list]
  if (key !== undefined) {
    const items: unknown = record[list]
    const item: unknown = Array.isArray(items) ? items.find((one) => isFields(one) && one[key] === id) : undefined
    return part === undefined ? item : isFields(item) ? item[part] : undefined
  }
  const dot = path.indexOf('.')
  if (dot < 1) return record[path]
  const address = record[path.slice(0, dot)]
  return isFields(address) ? address[path.slice(dot + 1)] : undefined
}
