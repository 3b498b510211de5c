import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { RunEntry } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './entries.module.css'

const marks = { info: 'idle', warn: 'warn', error: 'error' } as const
const rowHeight = 28
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })

/** The lines of a run's log. Only those in view are in the page, however many there are. */
export function Entries({ rows }: { readonly rows: readonly RunEntry[] }) {
  const box = useRef<HTMLDivElement>(null)
  const lines = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: 10 })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <div ref={box} className={css.box} tabIndex={0} role="log" aria-label={texts.run.entries}>
      <div className={css.lines} style={{ height: lines.getTotalSize() }}>
        {lines.getVirtualItems().map(({ key, index, start }) => {
          const entry = rows[index]
          if (!entry) return null
          return (
            <div
              key={key}
              ref={lines.measureElement}
              data-index={index}
              className={css.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              <time dateTime={entry.at}>{time.format(new Date(entry.at))}</time>
              <StateMark mark={marks[entry.level]} word={entry.level} />
              <span className={css.message}>{entry.message}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
