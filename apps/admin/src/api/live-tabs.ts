import type { QueryClient } from '@tanstack/react-query'
import { type LiveMessage, lead } from './live-leader.ts'
import { liveState, setLiveState } from './live-state.ts'
import { createStaleMarks } from './stale-marks.ts'

const lockName = 'linkspan-live'
const hiddenMs = 60_000
/** What changed between the first reading of a page and the opening of the stream is read this much later. */
const settleMs = 5000

/**
 * Keeps what this tab shows up to date until `signal` aborts. Of all tabs of a browser, the one that holds the lock has the stream, and
 * relays it. A tab that is hidden for a minute takes no part, and reads everything again once it is looked at.
 */
export function followUpdates(queries: QueryClient, onSignedOut: () => void, signal: AbortSignal): void {
  const channel = new BroadcastChannel(lockName)
  const marks = createStaleMarks(queries)
  let awake = new AbortController()
  let isLeader = false
  let sleep: ReturnType<typeof setTimeout> | undefined
  let settle: ReturnType<typeof setTimeout> | undefined
  let isNew = true

  const take = (message: LiveMessage) => {
    if (awake.signal.aborted) return
    if (message.kind === 'update') marks.mark(message.update)
    else if (message.kind === 'gap') marks.markAll()
    else if (message.kind === 'signed-out') onSignedOut()
    else {
      const before = liveState().kind
      setLiveState(message.state)
      if (before !== message.state && !isNew) marks.markAll()
      if (isNew) settle = setTimeout(marks.markAll, settleMs)
      isNew = false
    }
  }
  const tell = (message: LiveMessage) => {
    take(message)
    channel.postMessage(message)
  }

  const wake = () => {
    awake = new AbortController()
    const mine = awake.signal
    channel.postMessage('who leads?')
    navigator.locks
      .request(lockName, { signal: mine }, async () => {
        isLeader = true
        await lead(tell, mine)
        isLeader = false
      })
      .catch(() => {}) // it fell asleep while it waited for the lock
  }

  channel.addEventListener('message', ({ data }: MessageEvent<LiveMessage | 'who leads?'>) => {
    if (data !== 'who leads?') take(data)
    else if (isLeader) channel.postMessage({ kind: 'state', state: liveState().kind } satisfies LiveMessage)
  })
  const look = () => {
    clearTimeout(sleep)
    if (document.hidden) sleep = setTimeout(() => awake.abort(), hiddenMs)
    else if (awake.signal.aborted) {
      marks.markAll()
      wake()
    }
  }
  document.addEventListener('visibilitychange', look)
  signal.addEventListener('abort', () => {
    document.removeEventListener('visibilitychange', look)
    clearTimeout(sleep)
    clearTimeout(settle)
    awake.abort()
    marks.stop()
    channel.close()
  })
  wake()
  look()
}
