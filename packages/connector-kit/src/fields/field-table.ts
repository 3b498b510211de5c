import type { FieldSource, Fields } from '@linkspan/core/connector'
import { isAbsent, valueAt } from './dot-path.ts'

/** Where one canonical field comes from. Paths into the row have dots; the first that says something counts. */
export interface FieldRule<Row extends Fields = Fields> {
  readonly from: readonly string[]
  /** Makes the field of what was found (undefined if nothing was). By default text is trimmed and numbers become their digits. */
  readonly to?: (value: unknown, row: Row) => unknown
  /** For people: what happens to the value, if it is not copied. */
  readonly note?: string
}

export interface FieldTable<Name extends string, Row extends Fields = Fields> {
  /** The fields that the row has a value for. */
  read(row: Row): Readonly<Partial<Record<Name, unknown>>>
  /**
   * The same table for people. For a table of lines, `field` is the list in the record, such as `lines`, and `rows` are the paths of the
   * list in the ERP's row, such as `to_Item.results`.
   */
  sources(below?: { readonly field: string; readonly rows: readonly string[] }): readonly FieldSource[]
}

/** A table that a connector maps by, and that its documentation is printed from. */
export function defineFieldTable<const Name extends string, Row extends Fields = Fields>(
  rules: Readonly<Record<Name, readonly string[] | FieldRule<Row>>>,
): FieldTable<Name, Row> {
  const all = Object.entries<readonly string[] | FieldRule<Row>>(rules).map(([field, rule]) => ({ field, ...toRule(rule) }))
  return {
    read: (row) =>
      Object.fromEntries(
        all.flatMap(({ field, from, to = toText }) => {
          const value = to(firstOf(row, from), row)
          return isAbsent(value) ? [] : [[field, value]]
        }),
      ) as Readonly<Partial<Record<Name, unknown>>>,
    sources: (below) =>
      all.map(({ field, from, note }) => ({
        field: below ? `${below.field}[].${field}` : field,
        sources: below ? from.flatMap((path) => below.rows.map((row) => `${row}[].${path}`)) : from,
        ...(note !== undefined && { note }),
      })),
  }
}

const toRule = <Row extends Fields>(rule: readonly string[] | FieldRule<Row>): FieldRule<Row> =>
  Array.isArray(rule) ? { from: rule } : (rule as FieldRule<Row>)

const firstOf = (row: Fields, paths: readonly string[]): unknown =>
  paths.map((path) => valueAt(row, path)).find((value) => !isAbsent(value))

/** Trimmed text; numbers become their digits. What is neither says nothing. */
export function toText(value: unknown): string | undefined {
  const text = typeof value === 'string' ? value.trim() : typeof value === 'number' || typeof value === 'bigint' ? String(value) : ''
  return text === '' ? undefined : text
}
