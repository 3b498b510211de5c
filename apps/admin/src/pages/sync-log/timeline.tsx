import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import type { Timeline as RunTimeline } from '../../api/names.ts'
import { timelineQuery } from '../../api/runs.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import { segmentFacts } from './segment-words.ts'
import css from './timeline.module.css'
import { type Bar, layOut } from './timeline-scale.ts'
import { TimelineTable } from './timeline-table.tsx'

const words = texts.run

/** What the run did when, as bars or as a table. */
export function Timeline({ id, isRunning }: { readonly id: string; readonly isRunning: boolean }) {
  const timeline = useQuery(timelineQuery(id, isRunning))
  const [isTable, setIsTable] = useState(false)
  return (
    <section aria-labelledby="timeline">
      <div className={css.head}>
        <h2 id="timeline">{words.timeline}</h2>
        <ActionButton onPress={() => setIsTable(!isTable)}>{isTable ? words.asBars : words.asTable}</ActionButton>
      </div>
      <View query={timeline} words={texts} problem={problem}>
        {(data) => {
          const bars = layOut(data.segments, new Date())
          return (
            <>
              {data.omitted > 0 && <p>{words.omitted(data.omitted)}</p>}
              {isTable ? <TimelineTable bars={bars} /> : <Bars bars={bars} />}
              <p className={css.shares}>{sharesOf(data)}</p>
            </>
          )
        }}
      </View>
    </section>
  )
}

const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })

const sharesOf = ({ shares }: RunTimeline): string =>
  (['erp', 'work', 'limit', 'queue', 'pause', 'unknown'] as const)
    .filter((name) => shares[name] >= 0.005)
    .map((name) => `${words.shares[name]} ${percent.format(shares[name])}`)
    .join(' · ')

/** The bars on one scale, a row for each. Arrows walk through them; the one that is chosen is told below. */
function Bars({ bars }: { readonly bars: readonly Bar[] }) {
  const [chosen, setChosen] = useState(-1)
  const at = Math.min(chosen < 0 ? bars.length - 1 : chosen, bars.length - 1)
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    setChosen(Math.max(0, Math.min(bars.length - 1, at + step)))
  }
  const bar = bars[at]
  return (
    <>
      <div
        className={css.bars}
        role="slider"
        tabIndex={0}
        aria-label={words.timeline}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, bars.length)}
        aria-valuenow={at + 1}
        aria-valuetext={bar ? segmentFacts(bar) : ''}
        onKeyDown={move}
      >
        {bars.map((one, index) => (
          <div
            key={`${one.segment.from} ${one.segment.kind}`}
            className={index === at ? css.chosen : css.row}
            onPointerDown={() => setChosen(index)}
          >
            <span className={css.name}>{words.phases[one.segment.kind]}</span>
            <span className={css.track}>
              <span
                className={`${css.bar} ${css[one.segment.kind]}`}
                style={{ insetInlineStart: `${one.start}%`, inlineSize: `${one.width}%` }}
              />
            </span>
            <span className={css.long}>
              {one.folded && '‥ '}
              {texts.duration(one.ms / 1000)}
              {one.folded && ' ‥'}
            </span>
          </div>
        ))}
      </div>
      {bar && <p className={css.facts}>{segmentFacts(bar)}</p>}
    </>
  )
}
