import spoken from '../spoken/spoken.module.css'
import type { Column } from './column.ts'
import css from './table.module.css'

/** The titles of the columns. */
export function Head<Row>({ columns }: { readonly columns: readonly Column<Row>[] }) {
  return (
    <thead className={spoken.onPhone}>
      <tr>
        {columns.map(({ title, isNumber }) => (
          <th key={title} scope="col" className={isNumber ? css.number : undefined}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  )
}

/** The cells of one row. The first one names it. */
export function Cells<Row>({ columns, row }: { readonly columns: readonly Column<Row>[]; readonly row: Row }) {
  const [first, ...others] = columns
  return (
    <>
      <th scope="row">{first?.cell(row)}</th>
      {others.map(({ title, cell, isNumber }) => (
        <td key={title} data-label={title} className={isNumber ? css.number : undefined}>
          {cell(row)}
        </td>
      ))}
    </>
  )
}
