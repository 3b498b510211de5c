/** One column of a query, under the name that rows have for it. */
export interface Column {
  readonly name: string
  readonly sql: string
  /** Without it rows would be worth nothing; others are left out if the account or the role does not show them. */
  readonly isNeeded?: boolean
}

/** A SuiteQL query in parts. */
export interface Query {
  readonly columns: readonly Column[]
  readonly from: string
  readonly where: readonly string[]
  readonly isDistinct?: boolean
}

/** What rows are sorted by: values that no two rows have in common. */
export interface Key {
  readonly name: string
  readonly sql: string
}

export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** An internal id in a query; any other text as text. */
export const idLiteral = (id: string): string => (/^-?\d{1,18}$/.test(id) ? id : textLiteral(id))

const format = 'YYYY-MM-DD HH24:MI:SS'
/** A time of the account's own wall clock, as in `2026-01-31 10:00:00`. */
export const timeLiteral = (time: string): string => `TO_DATE(${textLiteral(time)},'${format}')`
/** Times come in the format of a user's preferences, unless another one is asked for. */
export const timeText = (field: string): string => `TO_CHAR(${field},'${format}')`
export const dayText = (field: string): string => `TO_CHAR(${field},'YYYY-MM-DD')`
/** What people see in a field that refers to another record. */
export const displayText = (field: string): string => `BUILTIN.DF(${field})`

export const isOneOf = (field: string, literals: readonly string[]): string => `${field} IN (${literals.join(',')})`

/** Columns of one table, each under its own name. */
export const columnsOf = (alias: string, names: readonly string[]): Column[] =>
  names.map((name) => ({ name: name.toLowerCase(), sql: `${alias}.${name.toLowerCase()}` }))

/** The rows after one, by the values of its keys. */
export function isAfter(keys: readonly Key[], values: readonly string[]): string {
  const [first, ...rest] = keys
  const [value = '', ...others] = values
  if (first === undefined) return '1 = 1'
  const literal = idLiteral(value)
  return rest.length === 0
    ? `${first.sql} > ${literal}`
    : `(${first.sql} > ${literal} OR (${first.sql} = ${literal} AND ${isAfter(rest, others)}))`
}

export function toSql({ columns, from, where, isDistinct = false }: Query, keys: readonly Key[] = []): string {
  const list = columns.map(({ name, sql }) => `${sql} AS ${name}`).join(', ')
  const conditions = where.length === 0 ? '' : ` WHERE ${where.join(' AND ')}`
  const order = keys.length === 0 ? '' : ` ORDER BY ${keys.map(({ sql }) => sql).join(', ')}`
  return `SELECT ${isDistinct ? 'DISTINCT ' : ''}${list} FROM ${from}${conditions}${order}`
}
