import type { ERPSyncLog } from '@linkspan/client'
import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Stream } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import spoken from '../../parts/spoken/spoken.module.css'
import { texts } from '../../texts/texts.ts'
import css from './freshness.module.css'
import { FreshnessCell } from './freshness-cell.tsx'
import { type Row, splitRows, toMatrix } from './matrix.ts'

const words = texts.now

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

export interface FreshnessProps {
  readonly streams: readonly Stream[]
  /** The runs at work, with their latest progress. */
  readonly running: readonly ERPSyncLog[]
}

/** What each data type of each connection has proven last, and how long ago. The arrows walk the cells. */
export function Freshness({ streams, running }: FreshnessProps) {
  const [all, setAll] = useState(false)
  const { columns, rows } = toMatrix(streams)
  const { shown, fine } = splitRows(rows)
  const listed = all ? [...shown, ...fine] : shown
  return (
    <section aria-labelledby="freshness">
      <h2 id="freshness">{words.freshness}</h2>
      {listed.length > 0 && <Grid columns={columns.map((dataType) => texts.dataTypes[dataType])} rows={listed} running={running} />}
      {fine.length > 0 && !all && <ActionButton onPress={() => setAll(true)}>{words.moreFine(fine.length)}</ActionButton>}
    </section>
  )
}

interface GridProps {
  readonly columns: readonly string[]
  readonly rows: readonly Row[]
  readonly running: readonly ERPSyncLog[]
}

/** One cell takes part in the tab order: the one that had the focus last. */
function Grid({ columns, rows, running }: GridProps) {
  const table = useRef<HTMLTableElement>(null)
  const [[row, column], setPlace] = useState<readonly [number, number]>([0, 0])
  const walk = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (!step) return
    event.preventDefault()
    const next = [clamp(row + step[0], rows.length), clamp(column + step[1], columns.length + 1)] as const
    setPlace(next)
    table.current?.querySelector<HTMLElement>(`[data-place="${next.join(' ')}"]`)?.focus()
  }
  const placed = (at: number, of: number) => ({
    'data-place': `${at} ${of}`,
    tabIndex: Math.min(row, rows.length - 1) === at && column === of ? 0 : -1,
    onFocus: () => setPlace([at, of]),
  })

  return (
    <div className={css.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that the arrows walk is a grid */}
      <table ref={table} role="grid" aria-labelledby="freshness" className={css.grid} onKeyDown={walk}>
        <thead className={spoken.onPhone}>
          <tr>
            <th scope="col">{words.connection}</th>
            {columns.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ connectionId, name, cells }, at) => (
            <tr key={connectionId}>
              <th scope="row" className={css.name}>
                <Link to="/erp-connections/$id" params={{ id: connectionId }} {...placed(at, 0)}>
                  {name}
                </Link>
              </th>
              {cells.map((cell, of) => (
                <td key={columns[of]} data-label={columns[of]} className={cell.length === 0 ? css.empty : undefined}>
                  <FreshnessCell cell={cell} connectionId={connectionId} running={running} place={placed(at, of + 1)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const clamp = (at: number, count: number): number => Math.min(Math.max(at, 0), count - 1)
