/** The grammar of version 1 of the REST framework, and the one of all later ones (docs/erp/oracle-fusion.md#queries). */
export type Grammar = 'simple' | 'expressions'

/** One comparison of a query. */
export interface Condition {
  readonly attribute: string
  readonly operator: '=' | '>='
  readonly value: string | boolean
}

export const is = (attribute: string, value: string | boolean): Condition => ({ attribute, operator: '=', value })

/** The condition that a row has changed at this time or later, to the second: Fusion knows no finer (docs/erp/oracle-fusion.md#changes). */
export const since = (attribute: string, time: string): Condition => ({ attribute, operator: '>=', value: secondOf(time) })

/** A moment as Fusion wants it, cut to the second. */
export const secondOf = (time: string): string => `${new Date(time).toISOString().slice(0, 19)}+00:00`

/** All of these conditions. */
export const toQ = (conditions: readonly Condition[], grammar: Grammar): string =>
  conditions.map((condition) => print(condition, grammar)).join(grammar === 'simple' ? ';' : ' and ')

/** Any of these values, which only the later grammar can ask for. */
export const anyOf = (attribute: string, values: readonly string[]): string =>
  values.map((value) => print(is(attribute, value), 'expressions')).join(' or ')

function print({ attribute, operator, value }: Condition, grammar: Grammar): string {
  if (typeof value === 'boolean') return `${attribute}=${value}`
  const blank = operator === '=' ? '' : ' '
  if (grammar === 'expressions') return `${attribute}${blank}${operator}${blank}'${value.replaceAll("'", "''")}'`
  const isPlain = /^[^\s;,'"=<>\\]+$/.test(value)
  return `${attribute}${operator}${isPlain ? value : `"${value.replace(/["\\]/g, '\\$&')}"`}`
}
