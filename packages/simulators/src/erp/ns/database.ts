import initSqlJs, { type Database, type SqlValue } from 'sql.js'
import { indexes, quoted, type TableName, tables } from './tables.ts'

export type Values = Readonly<Record<string, string | number | null>>
export type Found = Readonly<Record<string, SqlValue>>

/** The rows of an account, in a database that runs queries. */
export interface NsDatabase {
  /** Adds a row, or replaces the one with its key. `updatedAt` (ISO 8601, UTC) is the time of its change. */
  put(table: TableName, values: Values, updatedAt?: string): void
  change(table: TableName, id: number, values: Values, updatedAt?: string): void
  remove(table: TableName, where: string): void
  /** Runs a query. Names that are words of SQLite too stand in brackets, as in [transaction]. */
  rows(sql: string, parameters?: readonly SqlValue[]): Found[]
  /** Does many changes at once. */
  transaction(work: () => void): void
}

/** Dates begin with this in the database, so that they are told from text. */
export const dateMark = '\u0001'
export const toDate = (text: string): string => `${dateMark}${text.length === 10 ? `${text} 00:00:00.0` : text}`

const formats: Readonly<Record<string, (text: string) => string>> = {
  'YYYY-MM-DD': (text) => text.slice(0, 10),
  'YYYY-MM-DD HH24:MI:SS': (text) => text.slice(0, 19),
  'YYYY-MM-DD"T"HH24:MI:SS': (text) => text.slice(0, 19).replace(' ', 'T'),
  'YYYY-MM-DD HH24:MI:SS.FF1': (text) => text,
  'YYYY-MM-DD"T"HH24:MI:SS.FF1': (text) => text.replace(' ', 'T'),
}

function formatOf(format: SqlValue | undefined): (text: string) => string {
  const known = formats[String(format)]
  if (!known) throw new Error(`Invalid date format ${String(format)}`)
  return known
}

const toChar = (value: SqlValue, format?: SqlValue): SqlValue => {
  if (value === null) return null
  if (typeof value !== 'string' || !value.startsWith(dateMark)) return String(value)
  return formatOf(format)(value.slice(1))
}

/** As Oracle's, it keeps the time. */
const toDateOf = (text: SqlValue, format?: SqlValue): SqlValue => {
  if (typeof text !== 'string') return null
  const known = formatOf(format)(`${text.replace('T', ' ')}${text.length === 10 ? ' 00:00:00' : ''}.0`)
  if (known.replace('T', ' ') !== text.replace('T', ' ')) throw new Error('The text is no date of this format')
  return toDate(text.length === 10 ? text : `${text.replace('T', ' ')}.0`)
}

/** Compiled once. */
const compiled = initSqlJs()

export async function createNsDatabase(): Promise<NsDatabase & Disposable> {
  const { Database } = await compiled
  const database: Database = new Database()
  for (const [name, columns] of Object.entries(tables)) database.run(`CREATE TABLE "${name}" (_updated TEXT, ${quoted(columns)})`)
  for (const [at, index] of indexes.entries()) database.run(`CREATE INDEX index_${at} ON ${quoted(index)}`)
  database.create_function('to_char', toChar)
  database.create_function('to_date', toDateOf)

  const inserts = new Map<string, ReturnType<Database['prepare']>>()
  const insert = (table: string, names: readonly string[]) => {
    const key = `${table} ${names.join()}`
    const known = inserts.get(key) ?? prepareInsert(table, names)
    inserts.set(key, known)
    return known
  }
  const prepareInsert = (table: string, names: readonly string[]) =>
    database.prepare(
      `INSERT OR REPLACE INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )

  const queries = new Map<string, ReturnType<Database['prepare']>>()
  return {
    put(table, values, updatedAt = '') {
      const all = { ...values, _updated: updatedAt }
      insert(table, Object.keys(all)).run(Object.values(all))
    },
    change(table, id, values, updatedAt) {
      const all = { ...values, ...(updatedAt !== undefined && { _updated: updatedAt }) }
      const names = Object.keys(all).map((name) => `"${name}" = ?`)
      database.run(`UPDATE "${table}" SET ${names.join(', ')} WHERE id = ?`, [...Object.values(all), id])
    },
    remove: (table, where) => void database.run(`DELETE FROM "${table}" WHERE ${where}`),
    rows(sql, parameters = []) {
      const isOwn = parameters.length > 0
      const statement = queries.get(sql) ?? database.prepare(sql)
      if (isOwn) queries.set(sql, statement)
      statement.bind([...parameters])
      const found: Found[] = []
      while (statement.step()) found.push(statement.getAsObject() as Found)
      statement.reset()
      if (!isOwn) statement.free()
      return found
    },
    transaction(work) {
      database.run('BEGIN')
      work()
      database.run('COMMIT')
    },
    [Symbol.dispose]: () => database.close(),
  }
}
