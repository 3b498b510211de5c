import type { ReactNode } from 'react'

/** A column of a table: its title, and what it shows of a row. */
export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly isNumber?: boolean
}
