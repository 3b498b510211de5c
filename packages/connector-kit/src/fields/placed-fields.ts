import { type Fields, isFields, type OutgoingRecord, placeInRow } from '@linkspan/core/connector'

/** What is written of a record: `row`, the part of the ERP's row that the mapping names, and `rest`, for the connector's own places. */
export interface PlacedFields {
  readonly row: Fields
  readonly rest: Fields
}

/** Splits what is sent of a record by who knows its place. `names`: the canonical fields that are sent; all by default. */
export function placedFields({ data, targets = {} }: OutgoingRecord, names: readonly string[] = Object.keys(data)): PlacedFields {
  const { row, rest } = placeInRow({
    values: Object.fromEntries(names.map((name) => [name, data[name]])),
    targets: Object.fromEntries(Object.entries(targets).filter(([path]) => names.includes(rootOf(path)))),
  })
  const isLeft = ([name, value]: readonly [string, unknown]) => !Object.hasOwn(targets, name) && !isEmptied(value)
  return { row, rest: Object.fromEntries(Object.entries(rest).filter(isLeft)) }
}

/** The field that a path begins in: `lines` of `lines[].sku`. */
export const rootOf = (path: string): string => /^[^.[]*/.exec(path)?.[0] ?? path

/** Whether a value is a list or an object of which the mapping has placed everything elsewhere. */
function isEmptied(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0 && value.every(isEmptied)
  return isFields(value) && Object.keys(value).length === 0
}

/** Adds the fields of `row` to `body`: beside what it has, and within its objects and the items of its lists. */
export function mergeInto(body: Record<string, unknown>, row: Fields): void {
  for (const [name, value] of Object.entries(row)) {
    const before = Object.hasOwn(body, name) ? body[name] : undefined
    if (isFields(before) && isFields(value)) mergeInto(before, value)
    else if (Array.isArray(before) && Array.isArray(value)) set(body, name, mergedItems(before, value))
    else set(body, name, value)
  }
}

function mergedItems(before: readonly unknown[], items: readonly unknown[]): unknown[] {
  return items.map((item, at) => {
    const own = before[at]
    if (isFields(own) && isFields(item)) mergeInto(own, item)
    return isFields(own) && isFields(item) ? own : item
  })
}

/** Sets a value under a name that may be one like `__proto__`. */
export function set(holder: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(holder, name, { value, enumerable: true, writable: true, configurable: true })
}
