import { flag } from '../records/fields.ts'
import type { Inverse, InverseContext } from './inverse.ts'
import { isAbsent, isPlain } from './operations.ts'

/** Words of a closed list come out of the canonical schema in lower case, with underscores. */
const wordOf = (value: unknown): string =>
  String(value)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')

/**
 * Reads a table from right to left. A value is first compared exactly and then as the canonical schema may have changed it: in lower case
 * with underscores, or as true or false. There is no inverse if two keys have the same result, or if a result is a list or an object.
 */
export function invertLookup(
  { table }: { readonly table: Readonly<Record<string, unknown>> },
  { forward, normalise }: Pick<InverseContext, 'forward' | 'normalise'>,
): Inverse {
  const rows = Object.entries(table)
    .filter(([, result]) => !isAbsent(result))
    .map(([key, result]) => ({ key, result, text: String(normalise(result)) }))
  const complex = rows.find(({ result }) => !isPlain(result))
  if (complex) return { kind: 'none', reason: `is looked up in a table in which "${complex.key}" becomes a list or an object` }
  const byText = new Map<string, string>()
  for (const { key, text } of rows) {
    const other = byText.get(text)
    if (other !== undefined)
      return { kind: 'none', reason: `is looked up in a table in which "${other}" and "${key}" both become "${text}"` }
    byText.set(text, key)
  }

  const keyOf = (value: unknown): string => {
    const exact = byText.get(String(normalise(value)))
    if (exact !== undefined) return exact
    const alike = rows.filter(({ result, text }) =>
      typeof value === 'boolean' ? flag.safeParse(result).data === value : wordOf(text) === wordOf(normalise(value)),
    )
    if (alike.length > 1) throw new RangeError(`could be ${alike.map(({ key }) => `"${key}"`).join(' or ')} in the ERP`)
    const [only] = alike
    if (!only) throw new RangeError('is not a result of the table')
    return only.key
  }
  const invert = (value: unknown): unknown => {
    if (isAbsent(value)) return value
    if (!isPlain(value)) throw new RangeError('is not a plain value')
    const key = keyOf(value)
    if (forward(key) !== table[key]) throw new RangeError(`would be written as "${key}", which is not read back`)
    return key
  }
  return { kind: 'value', invert, limit: `must be one of the results of its table: ${rows.map(({ text }) => text).join(', ')}` }
}
