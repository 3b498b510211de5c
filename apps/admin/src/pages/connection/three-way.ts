import { isSame, isValues, type Values } from '../../forms/schema-form/values.ts'

/** A field that both sides have changed, and not to the same. */
export interface Clash {
  /** As `credentials.apiUrl`. */
  readonly path: string
  readonly before: unknown
  readonly theirs: unknown
  readonly mine: unknown
}

export interface Merge {
  /** Everything that either side has changed; where both have, what is typed here. */
  readonly merged: Values
  readonly clashes: readonly Clash[]
}

/** The fields of a connection, and of what is in it, by their paths. */
function flat(values: Values): Map<string, unknown> {
  return new Map(
    Object.entries(values).flatMap(([name, value]) =>
      ['credentials', 'settings'].includes(name) && isValues(value)
        ? Object.entries(value).map(([inner, one]) => [`${name}.${inner}`, one] as const)
        : [[name, value] as const],
    ),
  )
}

/** Merges what is typed here with what somebody else has saved meanwhile, field by field. */
export function threeWay(before: Values, theirs: Values, mine: Values): Merge {
  const [old, other, own] = [flat(before), flat(theirs), flat(mine)]
  const clashes: Clash[] = []
  let merged = theirs
  for (const path of new Set([...old.keys(), ...own.keys()])) {
    const [was, is, typed] = [old.get(path), other.get(path), own.get(path)]
    if (isSame(was, typed)) continue
    if (!isSame(was, is) && !isSame(is, typed)) clashes.push({ path, before: was, theirs: is, mine: typed })
    merged = withPath(merged, path, typed)
  }
  return { merged, clashes }
}

/** The values with the one at a path changed; undefined removes it. */
export function withPath(values: Values, path: string, value: unknown): Values {
  const [name = '', inner] = path.split(/\.(.*)/s)
  const { [name]: before, ...others } = values
  if (inner !== undefined && inner !== '') return { ...values, [name]: withPath(isValues(before) ? before : {}, inner, value) }
  return value === undefined ? others : { ...others, [name]: value }
}
