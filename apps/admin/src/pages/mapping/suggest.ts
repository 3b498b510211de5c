import type { DataType } from '../../api/names.ts'
import type { Provider } from '../../api/providers.ts'
import type { CanonicalField, FieldKind } from './fields.ts'
import { pathsOf } from './paths.ts'

/** A place in the sampled rows that a field could be read from. It is only offered, and never taken by itself. */
export interface Suggestion {
  readonly path: string
  /** Why: the place is called like the field, or by another name that the connector knows for it. */
  readonly why: 'name' | 'known-name'
  /** How many of the rows have a value there that fits the field. */
  readonly fitting: number
  readonly of: number
}

/** Under which names or paths the connectors look for each field. */
export type KnownNames = ReadonlyMap<string, readonly string[]>

export function knownNamesOf(providers: readonly Provider[], dataType: DataType): KnownNames {
  const sources = providers.flatMap(({ dataTypes }) =>
    dataTypes.filter((one) => one.dataType === dataType).flatMap((one) => one.fieldSources),
  )
  const names = new Map<string, Set<string>>()
  for (const { field, sources: own } of sources) names.set(field, new Set([...(names.get(field) ?? []), ...own]))
  return new Map([...names].map(([field, all]) => [field, [...all]]))
}

/** At least this share of the rows must fit. */
const leastShare = 0.5

/** For each field of a record the place that suits it best, if there is one that nothing else is read from. */
export function suggestionsFor(
  fields: readonly CanonicalField[],
  { count, values }: Places,
  knownNames: KnownNames,
  taken: ReadonlySet<string>,
): ReadonlyMap<string, Suggestion> {
  return new Map(
    fields.flatMap((field) => {
      const candidates = [...values].flatMap(([path, found]): Suggestion[] => {
        const why = taken.has(path) ? null : resemblance(field.field, path, knownNames)
        const fitting = why === null ? 0 : found.filter((value) => fits(field.kind, value)).length
        return why !== null && fitting >= count * leastShare ? [{ path, why, fitting, of: count }] : []
      })
      const [best] = candidates.toSorted(
        (one, other) => rank(one) - rank(other) || other.fitting - one.fitting || one.path.length - other.path.length,
      )
      return best ? [[field.field, best] as const] : []
    }),
  )
}

const rank = ({ why }: Suggestion): number => (why === 'name' ? 0 : 1)

/** What rows have at each place, but for places within lists: which of its items counts only a person knows. */
export interface Places {
  /** How many rows there are. */
  readonly count: number
  readonly values: ReadonlyMap<string, readonly unknown[]>
}

export function placesOf(rows: readonly unknown[]): Places {
  const values = new Map<string, unknown[]>()
  for (const { path, value } of rows.flatMap(pathsOf)) {
    if (path.includes('[') || typeof value === 'object') continue
    const known = values.get(path)
    if (known) known.push(value)
    else values.set(path, [value])
  }
  return { count: rows.length, values }
}

const wordsOf = (name: string): string[] =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** Whether a place is called so: its last words are those of the name, however they are written. */
const isCalled = (path: string, name: string): boolean => {
  const [place, wanted] = [wordsOf(path), wordsOf(name).join('')]
  return wanted !== '' && place.some((_, at) => place.slice(at).join('') === wanted)
}

/** Why a place could be that of a field; null if nothing says so. */
function resemblance(field: string, path: string, knownNames: KnownNames): Suggestion['why'] | null {
  const words = wordsOf(path)
  if (isCalled(path, field) || wordsOf(field).every((word) => words.includes(word))) return 'name'
  return knownNames.get(field)?.some((name) => isCalled(path, name)) ? 'known-name' : null
}

const decimal = /^\s*[-+]?(\d[\d.,'’  ]*)?\d\s*-?$/
const day = /^\s*(\d{4}-?\d{2}-?\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\/Date\(-?\d+)/
const flag = /^\s*(true|false|yes|no|y|n|x|j|0|1)\s*$/i

/** Whether a value could be one of a field of this kind. Only the mapping can say whether it is. */
function fits(kind: FieldKind, value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false
  const text = String(value)
  switch (kind) {
    case 'decimal':
      return typeof value !== 'boolean' && decimal.test(text)
    case 'time':
      return day.test(text)
    case 'flag':
      return flag.test(text)
    case 'text':
      return typeof value !== 'boolean' && text.trim() !== ''
  }
}
