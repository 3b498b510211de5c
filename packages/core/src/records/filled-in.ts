import { isObject } from '../kernel/objects.ts'
import type { DataType } from './data-type.ts'
import { absent } from './fields.ts'

type Data = Readonly<Record<string, unknown>>

const lineField = 'lines[].'

/**
 * The paths at which the schema has filled in a default, because no value was given: nothing is known there of what the ERP has. `given` is the
 * record before it was parsed, `parsed` the canonical one.
 */
export function filledIn({ fillsIn }: Pick<DataType, 'fillsIn'>, given: Data, parsed: Data): readonly string[] {
  const own = fillsIn.filter((path) => !path.startsWith(lineField) && absent(given[path]) && parsed[path] !== undefined)
  const names = fillsIn.flatMap((path) => (path.startsWith(lineField) ? [path.slice(lineField.length)] : []))
  if (names.length === 0 || !Array.isArray(given.lines) || !Array.isArray(parsed.lines)) return own
  const [before, after]: [readonly unknown[], readonly unknown[]] = [given.lines, parsed.lines]
  const ofLines = before.flatMap((line, at) => {
    const made = after[at]
    if (!isObject(line) || !isObject(made)) return []
    return names.filter((name) => absent(line[name])).map((name) => `lines[${made.lineNumber}].${name}`)
  })
  return [...own, ...ofLines]
}
