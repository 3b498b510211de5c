import { isObject } from '../kernel/objects.ts'
import { oncePerObject } from '../kernel/once-per-object.ts'
import type { DataType } from './data-type.ts'
import { absent } from './fields.ts'

type Data = Readonly<Record<string, unknown>>

const lineField = 'lines[].'

/**
 * The paths at which the schema has filled in a default, because no value was given: nothing is known there of what the ERP has. `given` is the
 * record before it was parsed, `parsed` the canonical one.
 */
export function filledIn(dataType: Pick<DataType, 'fillsIn' | 'assumes'>, given: Data, parsed: Data): readonly string[] {
  const { own, ofLines } = pathsOf(dataType.fillsIn)
  const filled: string[] = []
  for (const path of own) if (parsed[path] !== undefined && absent(given[path])) filled.push(path)
  for (const path of assumedIn(dataType.assumes, given, parsed)) if (!filled.includes(path)) filled.push(path)
  if (ofLines.length > 0 && Array.isArray(given.lines) && Array.isArray(parsed.lines))
    filled.push(...inLines(given.lines, parsed.lines, ofLines))
  return filled
}

interface Paths {
  readonly own: readonly string[]
  readonly ofLines: readonly string[]
}

const pathsOf = oncePerObject((fillsIn: DataType['fillsIn']): Paths => {
  const isOfLine = (path: string) => path.startsWith(lineField)
  return {
    own: fillsIn.filter((path) => !isOfLine(path)),
    ofLines: fillsIn.filter(isOfLine).map((path) => path.slice(lineField.length)),
  }
})

function inLines(given: readonly unknown[], parsed: readonly unknown[], names: readonly string[]): readonly string[] {
  return given.flatMap((line, at) => {
    const made = parsed[at]
    if (!isObject(line) || !isObject(made)) return []
    return names.filter((name) => absent(line[name])).map((name) => `lines[${made.lineNumber}].${name}`)
  })
}

function isAnyGiven(names: readonly string[], given: Data): boolean {
  for (const name of names) if (!absent(given[name])) return true
  return false
}

/** The fields of the groups of which nothing was given. */
function assumedIn(assumes: DataType['assumes'], given: Data, parsed: Data): readonly string[] {
  const assumed: string[] = []
  for (const group of assumes) {
    if (isAnyGiven(group, given)) continue
    for (const name of group) if (parsed[name] !== undefined) assumed.push(name)
  }
  return assumed
}

/** A canonical record without the values that were only assumed. `given` is the record before it was parsed. */
export function withoutAssumed<Parsed extends Data>({ assumes }: Pick<DataType, 'assumes'>, given: Data, parsed: Parsed): Parsed {
  const assumed = assumedIn(assumes, given, parsed)
  if (assumed.length === 0) return parsed
  return Object.fromEntries(Object.entries(parsed).filter(([name]) => !assumed.includes(name))) as Parsed
}
