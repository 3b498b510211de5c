import { liveState } from './live-state.ts'

const pollMs = 10_000
/** Updates can be lost without a trace, as when a node of a cluster of Redis dies. */
const checkMs = 300_000

/** How often what is shown is read again by itself: seldom while updates tell of each change. */
export const liveMs = (): number => (liveState().kind === 'live' ? checkMs : pollMs)
