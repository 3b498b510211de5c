import type { Decision } from '../../api/conflicts.ts'
import type { Conflict, Side } from '../../api/names.ts'

/** Whose value is taken, by path; what nobody has chosen yet is missing. */
export type Choices = Readonly<Record<string, Side>>

/** The path of the one choice in a conflict without fields: whether the record lives on. */
export const wholeRecord = ''

export const pathsOf = ({ fields }: Pick<Conflict, 'fields'>): readonly string[] =>
  fields.length === 0 ? [wholeRecord] : fields.map(({ path }) => path)

/** What the choices decide; null as long as one of them is missing. */
export function decisionOf(conflict: Pick<Conflict, 'fields'>, choices: Choices): Decision | null {
  const paths = pathsOf(conflict)
  const sides = paths.map((path) => choices[path])
  const [first] = sides
  if (first === undefined || sides.includes(undefined)) return null
  if (sides.every((side) => side === first)) return { winner: first }
  const fields = paths.flatMap((path, at): [string, Side][] => (sides[at] === 'system' ? [[path, 'system']] : []))
  return { winner: 'erp', fields: Object.fromEntries(fields) }
}

const shapeOf = ({ erpConnectionId, dataType, reason, fields }: Conflict): string =>
  JSON.stringify([erpConnectionId, dataType, reason, fields.map(({ path }) => path).sort()])

/** Those of the conflicts about which the same can be decided: of the same connection and data type, in the same way, about the same fields. */
export const othersLike = (conflict: Conflict, all: readonly Conflict[]): readonly Conflict[] =>
  all.filter((other) => other.id !== conflict.id && shapeOf(other) === shapeOf(conflict))
