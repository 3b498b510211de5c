import { browserNow } from './browser-clock.ts'

/** How what is shown is kept up to date, and since when that is so. */
export interface LiveState {
  readonly kind: 'live' | 'reconnecting' | 'polling' | 'offline'
  readonly since: Date
}

let state: LiveState = { kind: 'reconnecting', since: browserNow() }
const listeners = new Set<() => void>()

export const liveState = (): LiveState => state

export function setLiveState(kind: LiveState['kind']): void {
  if (kind === state.kind) return
  state = { kind, since: browserNow() }
  for (const listener of listeners) listener()
}

export function onLiveState(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
