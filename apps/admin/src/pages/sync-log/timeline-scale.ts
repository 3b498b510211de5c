import type { TimelineSegment } from '../../api/names.ts'

/** A segment as it is drawn: where it begins and how wide it is, in percent. `folded`: it is drawn shorter than it was. */
export interface Bar {
  readonly segment: TimelineSegment
  readonly ms: number
  readonly start: number
  readonly width: number
  readonly folded: boolean
}

/** Waiting for longer than this part of the whole is folded, and is drawn as long as `foldedShare` of what is left. */
const longShare = 1 / 3
const foldedShare = 0.08
const minWidth = 0.4

/** Lays the segments out side by side. The long waits are folded, so that one sees what was done. */
export function layOut(segments: readonly TimelineSegment[], now: Date): readonly Bar[] {
  const times = segments.map((segment) => {
    const ms = Math.max(0, (segment.to === undefined ? now.getTime() : Date.parse(segment.to)) - Date.parse(segment.from))
    return { segment, ms }
  })
  const whole = times.reduce((sum, { ms }) => sum + ms, 0)
  const isLong = ({ segment, ms }: (typeof times)[number]) => segment.kind !== 'working' && segments.length > 1 && ms > whole * longShare
  const rest = times.reduce((sum, time) => sum + (isLong(time) ? 0 : time.ms), 0)
  const drawn = times.map((time) => ({ ...time, folded: isLong(time), length: isLong(time) ? Math.max(1, rest) * foldedShare : time.ms }))
  const total = drawn.reduce((sum, { length }) => sum + length, 0)
  let start = 0
  return drawn.map(({ segment, ms, folded, length }) => {
    const width = total === 0 ? 100 / drawn.length : (length / total) * 100
    const bar = { segment, ms, folded, start: Math.min(start, 100 - minWidth), width: Math.max(minWidth, width) }
    start += width
    return bar
  })
}
