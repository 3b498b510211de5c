import { locale, texts } from '../../texts/texts.ts'
import type { Bar } from './timeline-scale.ts'

const words = texts.run
const time = new Intl.DateTimeFormat(locale, { timeStyle: 'long' })

export const timeOf = (text: string): string => time.format(new Date(text))

/** Why a segment came to be, in words. An error keeps its code, by which it can be looked up. */
export const reasonOf = (reason: string): string => reasons[reason] ?? reason
const reasons: Readonly<Record<string, string>> = words.reasons

/** What is known about a segment besides its kind and its times. */
export function detailsOf({ segment: { kind, pages, attempt, worker, takenOver, reason, until } }: Bar): string {
  return [
    ...(kind === 'working' && pages !== undefined ? [words.pagesStored(pages)] : []),
    ...(attempt !== undefined && attempt > 1 ? [words.attempt(attempt)] : []),
    ...(worker === undefined ? [] : [words.worker(worker)]),
    ...(takenOver ? [words.takenOver] : []),
    ...(reason === undefined ? [] : [reasonOf(reason)]),
    ...(until === undefined ? [] : [words.untilTime(timeOf(until))]),
  ].join(' · ')
}

/** All about a segment, in one sentence. */
export function segmentFacts(bar: Bar): string {
  const { segment, ms } = bar
  const details = detailsOf(bar)
  const when = segment.to === undefined ? words.since(timeOf(segment.from)) : `${timeOf(segment.from)} – ${timeOf(segment.to)}`
  return `${words.phases[segment.kind]}: ${when}, ${texts.duration(ms / 1000)}${details === '' ? '' : ` · ${details}`}`
}
