import { Fragment, type ReactNode } from 'react'
import type { Column } from './column.ts'
import { Cells, Head } from './row.tsx'
import css from './table.module.css'

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
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-label={caption}>
        <Head columns={columns} />
        <tbody>
          {rows.map((row) => {
            const details = detailsOf?.(row)
            return (
              <Fragment key={keyOf(row)}>
                <tr>
                  <Cells columns={columns} row={row} />
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
