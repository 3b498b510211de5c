import { useId } from 'react'
import css from './chart.module.css'
import { height, type Series, type Slot, slotWidth } from './series.ts'

export interface PictureProps {
  readonly sentence: string
  readonly series: readonly Series[]
  readonly slots: readonly Slot[]
  readonly highest: number
}

/** One stacked bar for each slot. */
export function Bars({ sentence, series, slots, highest }: PictureProps) {
  const hatch = useId()
  return (
    <svg
      className={css.picture}
      viewBox={`0 0 ${slots.length * slotWidth} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={sentence}
    >
      <defs>
        <pattern id={hatch} width="2" height="4" patternUnits="userSpaceOnUse">
          <rect width="2" height="2" className={css.hatching} />
        </pattern>
      </defs>
      {slots.map((slot, at) =>
        stack(slot, series, highest).map(({ key, look, from, size }) => {
          const place = { x: at * slotWidth + 1, y: height - from - size, width: slotWidth - 2, height: size }
          return (
            <g key={`${slot.key} ${key}`}>
              <rect {...place} className={css[look]} />
              {look === 'failure' && <rect {...place} fill={`url(#${hatch})`} />}
            </g>
          )
        }),
      )}
    </svg>
  )
}

function stack({ values }: Slot, series: readonly Series[], highest: number) {
  let from = 0
  return series.flatMap(({ key, look }) => {
    const size = highest === 0 ? 0 : ((values?.[key] ?? 0) / highest) * height
    from += size
    return size === 0 ? [] : [{ key, look, from: from - size, size }]
  })
}
