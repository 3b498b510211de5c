import { isObject } from '../kernel/objects.ts'
import type { DataType } from './data-type.ts'
import { absent } from './fields.ts'

type Data = Readonly<Record<string, unknown>>

const lineField = 'lines[].'

/**
 * The paths at which the schema has filled in a default, because no value was given: nothing is known there of what the ERP has. `given` is the
 * record before it was parsed, `parsed` the canonical one.
 */
export function filledIn({ fillsIn, assumes }: Pick<DataType, 'fillsIn' | 'assumes'>, given: Data, parsed: Data): readonly string[] {
  const absentOnes = fillsIn.filter((path) => !path.startsWith(lineField) && absent(given[path]) && parsed[path] !== undefined)
  const own = [...new Set([...absentOnes, ...assumedIn(assumes, given, parsed)])]
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

const assumedIn = (assumes: DataType['assumes'], given: Data, parsed: Data): readonly string[] =>
  assumes
    .filter((group) => group.every((name) => absent(given[name])))
    .flatMap((group) => group.filter((name) => parsed[name] !== undefined))

/** A canonical record without the values that were only assumed. `given` is the record before it was parsed. */
export function withoutAssumed<Parsed extends Data>({ assumes }: Pick<DataType, 'assumes'>, given: Data, parsed: Parsed): Parsed {
  const assumed = assumedIn(assumes, given, parsed)
  if (assumed.length === 0) return parsed
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => !assumed.includes(name))) as Parsed
}
