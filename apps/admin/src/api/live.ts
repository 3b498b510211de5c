import { liveState } from './live-state.ts'
import { isWorthRepeating } from './problems.ts'

const pollMs = 10_000
/** Updates can be lost without a trace, as when a node of a cluster of Redis dies. */
const checkMs = 300_000

interface Read {
  readonly state: { readonly error: Error | null; readonly data: unknown }
}

const couldNotBeRead = ({ state: { error } }: Read): boolean => error !== null && isWorthRepeating(error)

/** How often what is shown is read again by itself: seldom while updates tell of each change, but soon if it could not be read. */
export const liveMs = (query?: Read): number =>
  liveState().kind === 'live' && (query === undefined || !couldNotBeRead(query)) ? checkMs : pollMs

/** The same of what stays as it is once it is shown. */
export const untilReadMs = (query: Read): number | false => (query.state.data === undefined && couldNotBeRead(query) ? pollMs : false)
