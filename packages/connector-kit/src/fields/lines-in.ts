import { type Fields, isFields } from '@linkspan/core/connector'
import { lineAliases, plainName } from './field-names.ts'

const quantities: ReadonlySet<string> = new Set(lineAliases.quantity)
const whatIsSold: ReadonlySet<string> = new Set([
  ...(lineAliases.sku ?? []),
  ...(lineAliases.lineNumber ?? []),
  ...(lineAliases.description ?? []),
])

/** Whether an object has a quantity and something that it is a quantity of. */
function isLine(value: unknown): boolean {
  if (!isFields(value)) return false
  const names = Object.keys(value).map(plainName)
  return names.some((name) => quantities.has(name)) && names.some((name) => whatIsSold.has(name))
}

/**
 * The lines in what stands in their place: a list, a list in an envelope as in `{"results": […]}`, lines by their
 * numbers, or one line without a list. Anything else
 * is returned as it is.
 */
export function linesIn(value: unknown): unknown {
  if (!isFields(value)) return value
  if (isLine(value)) return [value]
  const inner = Object.values(value).filter((each) => typeof each === 'object' && each !== null)
  const [only] = inner
  if (inner.length > 0 && inner.every(isLine)) return inner
  if (inner.length !== 1) return value
  return Array.isArray(only) ? only : value
}

/** Lists of a document that have quantities too, and are not its lines. */
const ofOthers = /return|refund|credit|ship|deliver|dispatch|despatch|package|parcel|invoice|payment|component|liefer|retour|zahlung/i

/** The list of a row that has lines, whatever it is called; undefined if there is none, or more than one. */
export function listOfLines(row: Fields): readonly unknown[] | undefined {
  const lists = Object.entries(row).flatMap(([name, value]) =>
    !ofOthers.test(name) && Array.isArray(value) && value.length > 0 && value.every(isLine) ? [value as readonly unknown[]] : [],
  )
  return lists.length === 1 ? lists[0] : undefined
}
