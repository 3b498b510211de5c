import { isObject } from '../kernel/objects.ts'
import { removeExisting } from './existing-values.ts'
import { toSteps } from './field-mapping.ts'
import { each, readPath, type Steps } from './path.ts'

type Fields = Record<string, unknown>

/** What a push writes, split by who knows the place. */
export interface PlacedRow {
  /** The part of the ERP's row that the field mapping names, with the values at their paths. */
  readonly row: Readonly<Fields>
  /** The canonical fields that the connector writes to its own places. */
  readonly rest: Readonly<Fields>
}

/**
 * Puts the values into a copy of `row`, each at its path in the ERP's row. `targets`: canonical path → path in the row. A target without a
 * value becomes null. A list in the row gets as many items as the canonical list has.
 */
export function placeInRow(
  { values, targets }: { readonly values: Readonly<Fields>; readonly targets: Readonly<Record<string, string>> },
  row: Readonly<Fields> = {},
): PlacedRow {
  if (Object.keys(targets).length === 0) return { row, rest: values }
  const placed = structuredClone(row) as Fields
  const rest = structuredClone(values) as Fields
  for (const [path, target] of Object.entries(targets)) {
    const to = toSteps(path)
    place(placed, toSteps(target), readPath(values, to))
    removeExisting(rest, to)
  }
  return { row: placed, rest }
}

/** Like `readPath`, a field whose own name is the whole path comes first. */
function place(row: Fields, steps: Steps, value: unknown): void {
  const whole = steps.length > 1 && !steps.includes(each) ? steps.join('.') : null
  if (whole !== null && Object.hasOwn(row, whole)) row[whole] = copyOf(value)
  else walk(row, steps, value)
}

function walk(holder: Fields, [step, ...rest]: Steps, value: unknown): void {
  if (typeof step !== 'string') return
  if (rest.length === 0) holder[step] = copyOf(value)
  else if (rest[0] === each) holder[step] = placeItems(holder[step], rest.slice(1), Array.isArray(value) ? value : [])
  else {
    const inner = Object.hasOwn(holder, step) && isObject(holder[step]) ? (holder[step] as Fields) : {}
    holder[step] = inner
    walk(inner, rest, value)
  }
}

function placeItems(before: unknown, rest: Steps, values: readonly unknown[]): unknown[] {
  const items: readonly unknown[] = Array.isArray(before) ? before : []
  if (rest.length === 0) return values.map(copyOf)
  return values.map((value, at) => {
    const item = isObject(items[at]) ? items[at] : {}
    if (value !== undefined) walk(item, rest, value)
    return item
  })
}

const copyOf = (value: unknown): unknown => (value === undefined ? null : structuredClone(value))
