import type { PictureProps } from './bars.tsx'
import css from './chart.module.css'
import { height, type Slot, slotWidth } from './series.ts'

/** One line for each series, broken where nothing is known, with a dot for each value. */
export function Lines({ sentence, series, slots, highest }: PictureProps) {
  return (
    <svg
      className={css.picture}
      viewBox={`0 0 ${slots.length * slotWidth} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={sentence}
    >
      {series.map(({ key, look }) => {
        const points = slots.map((slot, at) => pointOf(slot, at, key, highest))
        return (
          <g key={key} className={css[look]}>
            <path className={css.line} d={points.map((point, at) => (point ? `${points[at - 1] ? 'L' : 'M'}${point}` : '')).join('')} />
            <path className={css.dot} d={points.map((point) => (point ? `M${point}h0.01` : '')).join('')} />
          </g>
        )
      })}
    </svg>
  )
}

function pointOf({ values }: Slot, at: number, key: string, highest: number): string | null {
  const value = values?.[key]
  if (value === undefined) return null
  const y = highest === 0 ? height : height - (value / highest) * (height - 8) - 4
  return `${(at + 0.5) * slotWidth} ${Math.round(y * 100) / 100}`
}
