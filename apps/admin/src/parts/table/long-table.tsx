import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef, useState } from 'react'
import type { DataTableProps } from './data-table.tsx'
import { Cells, Head } from './row.tsx'
import css from './table.module.css'

export interface LongTableProps<Row> extends DataTableProps<Row> {
  /** How many rows the whole list has; undefined if nobody knows. */
  readonly total: number | undefined
  /** Called when the last rows come near. */
  readonly onEnd: () => void
}

const rowHeight = 37

/** A table of any length: only the rows near the window are in the page. */
export function LongTable<Row>({ caption, columns, rows, keyOf, total, onEnd }: LongTableProps<Row>) {
  const box = useRef<HTMLDivElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useEffect(() => setScrollMargin((box.current?.getBoundingClientRect().top ?? 0) + window.scrollY), [])
  const virtual = useWindowVirtualizer({ count: rows.length, estimateSize: () => rowHeight, overscan: 15, scrollMargin })
  const shown = virtual.getVirtualItems()
  const above = (shown[0]?.start ?? scrollMargin) - scrollMargin
  const below = virtual.getTotalSize() - ((shown.at(-1)?.end ?? scrollMargin) - scrollMargin)
  const isNearEnd = (shown.at(-1)?.index ?? -1) >= rows.length - 1
  const scrolled = virtual.isScrolling || above > 0
  useEffect(() => {
    if (isNearEnd && scrolled) onEnd()
  }, [isNearEnd, scrolled, onEnd])
  return (
    <div ref={box} className={css.scroll}>
      <table className={css.table} aria-label={caption} aria-rowcount={total === undefined ? -1 : total + 1}>
        <Head columns={columns} />
        <Gap height={above} columns={columns.length} />
        <tbody>
          {shown.map(({ index }) => {
            const row = rows[index]
            if (row === undefined) return null
            return (
              <tr key={keyOf(row)} ref={virtual.measureElement} data-index={index} aria-rowindex={index + 2}>
                <Cells columns={columns} row={row} />
              </tr>
            )
          })}
        </tbody>
        <Gap height={below} columns={columns.length} />
      </table>
    </div>
  )
}

/** Takes the place of rows that are not in the page. */
function Gap({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null
  return (
    <tbody aria-hidden className={css.gap}>
      <tr>
        <td colSpan={columns} style={{ height }} />
      </tr>
    </tbody>
  )
}
