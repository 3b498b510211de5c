import { Fragment, type ReactNode } from 'react'
import css from './table.module.css'

export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly isNumber?: boolean
}

export interface DataTableProps<Row> {
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** What is shown below a row that is open. Nothing for one that is not. */
  readonly detailsOf?: (row: Row) => ReactNode
}

/** Rows in the order of the server. On a narrow screen each row is a card. The first column names its row. */
export function DataTable<Row>({ caption, columns, rows, keyOf, detailsOf }: DataTableProps<Row>) {
  const [first, ...others] = columns
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-label={caption}>
        <thead>
          <tr>
            {columns.map(({ title, isNumber }) => (
              <th key={title} scope="col" className={isNumber ? css.number : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const details = detailsOf?.(row)
            return (
              <Fragment key={keyOf(row)}>
                <tr>
                  <th scope="row">{first?.cell(row)}</th>
                  {others.map(({ title, cell, isNumber }) => (
                    <td key={title} data-label={title} className={isNumber ? css.number : undefined}>
                      {cell(row)}
                    </td>
                  ))}
                </tr>
                {details && (
                  <tr className={css.details}>
                    <td colSpan={columns.length}>{details}</td>
                  </tr>
                )}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
