import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { ActionButton } from '../controls/action-button.tsx'
import type { Column } from '../table/column.ts'
import { DataTable } from '../table/data-table.tsx'
import { Bars } from './bars.tsx'
import css from './chart.module.css'
import { Lines } from './lines.tsx'
import type { Series, Slot } from './series.ts'

export interface ChartProps {
  readonly title: string
  /** What the chart shows, for those who do not see it. */
  readonly sentence: string
  readonly kind: 'bars' | 'lines'
  readonly series: readonly Series[]
  /** Of equal length, the oldest first. */
  readonly slots: readonly Slot[]
  readonly format: (value: number) => string
  readonly words: { readonly asTable: string; readonly asChart: string; readonly time: string; readonly none: string }
  /** Makes a link of what stands for a slot. */
  readonly linkOf: (slot: Slot, link: SlotLink) => ReactNode
}

export interface SlotLink {
  readonly className?: string | undefined
  readonly 'aria-label'?: string
  readonly tabIndex?: number
  readonly children?: ReactNode
}

/** Numbers over time, as a picture or as a table. A slot without numbers is a gap. Its marks are links, reached by the arrow keys. */
export function Chart({ title, sentence, kind, series, slots, format, words, linkOf }: ChartProps) {
  const [isTable, setTable] = useState(false)
  const id = useId()
  const highest = Math.max(0, ...slots.map(({ values }) => heightOf(values, series, kind)))
  const told = (slot: Slot) => series.map(({ key, title: name }) => `${name} ${shown(slot.values?.[key], format)}`).join(', ')
  const columns: readonly Column<Slot>[] = [
    { title: words.time, cell: (slot) => linkOf(slot, { children: slot.title }) },
    ...series.map(
      ({ key, title: name }): Column<Slot> => ({ title: name, cell: ({ values }) => shown(values?.[key], format), isNumber: true }),
    ),
  ]
  const known = slots.filter(({ values }) => values !== null)
  return (
    <section className={css.chart} aria-labelledby={id}>
      <div className={css.head}>
        <h2 id={id}>{title}</h2>
        {known.length > 0 && (
          <ActionButton onPress={() => setTable(!isTable)} label={`${isTable ? words.asChart : words.asTable}: ${title}`}>
            {isTable ? words.asChart : words.asTable}
          </ActionButton>
        )}
      </div>
      {known.length === 0 && <p>{words.none}</p>}
      {known.length > 0 && isTable && <DataTable caption={title} columns={columns} rows={known} keyOf={({ key }) => key} />}
      {known.length > 0 && !isTable && (
        <>
          <ul className={css.series}>
            {series.map(({ key, title: name, look, total }) => (
              <li key={key}>
                <span className={`${css.swatch} ${css[look]}`} aria-hidden /> {name}
                {total !== undefined && <strong> {total}</strong>}
              </li>
            ))}
          </ul>
          <div className={css.scale}>{format(highest)}</div>
          <div className={css.plot}>
            {kind === 'bars' ? (
              <Bars sentence={sentence} series={series} slots={slots} highest={highest} />
            ) : (
              <Lines sentence={sentence} series={series} slots={slots} highest={highest} />
            )}
            <ol className={css.links} onKeyDown={moveFocus}>
              {slots.map((slot) => (
                <li key={slot.key}>
                  {slot.values !== null &&
                    linkOf(slot, {
                      className: css.link,
                      'aria-label': `${slot.title}: ${told(slot)}`,
                      tabIndex: slot === known[0] ? 0 : -1,
                    })}
                </li>
              ))}
            </ol>
          </div>
          <div className={css.times}>
            <span>{slots[0]?.title}</span>
            <span>{slots.at(-1)?.title}</span>
          </div>
        </>
      )}
    </section>
  )
}

const shown = (value: number | undefined, format: (value: number) => string): string => (value === undefined ? '–' : format(value))

function heightOf(values: Slot['values'], series: readonly Series[], kind: ChartProps['kind']): number {
  const all = series.map(({ key }) => values?.[key] ?? 0)
  return kind === 'bars' ? all.reduce((sum, more) => sum + more, 0) : Math.max(0, ...all)
}

const steps: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 }

/** The arrow keys go from mark to mark; the chart is one stop for the tab key. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll('a')]
  const at = links.findIndex((link) => link.matches(':focus'))
  const next = { Home: 0, End: links.length - 1 }[event.key] ?? at + (steps[event.key] ?? 0)
  if (at < 0 || next === at) return
  event.preventDefault()
  links[Math.min(links.length - 1, Math.max(0, next))]?.focus()
}
