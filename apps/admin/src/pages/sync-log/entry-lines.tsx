import { useVirtualizer } from '@tanstack/react-virtual'
import { type UIEvent, useEffect, useRef } from 'react'
import type { RunEntry } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { texts } from '../../texts/texts.ts'
import css from './entries.module.css'
import { timeOf } from './segment-words.ts'

const words = texts.run
const marks = { info: 'idle', warn: 'warn', error: 'error' } as const
const rowHeight = 28
/** Whoever is nearer to the end than this is at the end. */
const endPx = 40

export interface EntryLinesProps {
  readonly rows: readonly RunEntry[]
  readonly total: number | undefined
  /** Whether all windows are wanted, one after the other. */
  readonly wantsAll: boolean
  readonly loadMore: () => void
  readonly isLoading: boolean
  /** The line to show; -1 for none. */
  readonly jumpTo: number
  /** Whether the view stays at the end. */
  readonly follows: boolean
  readonly onLeaveEnd: () => void
}

/** The lines of a run's log. Only those in view are in the page, however many there are. */
export function EntryLines({ rows, total, wantsAll, loadMore, isLoading, jumpTo, follows, onLeaveEnd }: EntryLinesProps) {
  const box = useRef<HTMLDivElement>(null)
  const top = useRef(0)
  const lines = useVirtualizer({ count: rows.length, getScrollElement: () => box.current, estimateSize: () => rowHeight, overscan: 10 })
  const shown = lines.getVirtualItems()
  const isNearEnd = (shown.at(-1)?.index ?? -1) >= rows.length - 1
  useEffect(() => {
    if (!isLoading && (isNearEnd || wantsAll)) loadMore()
  }, [isLoading, isNearEnd, wantsAll, loadMore])
  useEffect(() => {
    if (jumpTo >= 0) lines.scrollToIndex(jumpTo, { align: 'center' })
  }, [jumpTo, lines])
  useEffect(() => {
    if (follows && rows.length > 0) lines.scrollToIndex(rows.length - 1, { align: 'end' })
  }, [follows, rows.length, lines])
  const noteScroll = ({ currentTarget }: UIEvent<HTMLDivElement>) => {
    const { scrollTop, scrollHeight, clientHeight } = currentTarget
    if (follows && scrollTop < top.current && scrollHeight - scrollTop - clientHeight > endPx) onLeaveEnd()
    top.current = scrollTop
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <div ref={box} className={css.box} tabIndex={0} role="log" aria-label={words.entries} onScroll={noteScroll}>
      <ol className={css.lines} style={{ height: lines.getTotalSize() }}>
        {shown.map(({ key, index, start }) => {
          const entry = rows[index]
          if (!entry) return null
          return (
            <li
              key={key}
              ref={lines.measureElement}
              data-index={index}
              aria-setsize={total ?? -1}
              aria-posinset={index + 1}
              className={index === jumpTo ? css.target : css.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              <time dateTime={entry.at}>{timeOf(entry.at)}</time>
              <StateMark mark={marks[entry.level]} word={words.levels[entry.level]} />
              <span className={css.message}>
                {entry.message}
                {entry.details && <Details details={entry.details} />}
              </span>
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function Details({ details }: { readonly details: Readonly<Record<string, unknown>> }) {
  if (Object.keys(details).length === 0) return null
  return (
    <details className={css.details}>
      <summary>{words.details}</summary>
      <pre>{JSON.stringify(details, null, 2)}</pre>
    </details>
  )
}
