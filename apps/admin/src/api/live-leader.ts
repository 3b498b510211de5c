import { jittered } from './browser-clock.ts'
import type { LiveState } from './live-state.ts'
import { readStream, StreamRefused, StreamSilent, type Update } from './live-stream.ts'

/** What the tab with the stream tells all tabs of this browser, itself included. */
export type LiveMessage =
  | { readonly kind: 'update'; readonly update: Update }
  | { readonly kind: 'gap' }
  | { readonly kind: 'state'; readonly state: LiveState['kind'] }
  | { readonly kind: 'signed-out' }

const maxFailures = 3
const maxWaitMs = 30_000

/** Keeps one stream open until `signal` aborts, and tells what becomes of it. Ends as well if the session has ended. */
export async function lead(tell: (message: LiveMessage) => void, signal: AbortSignal): Promise<void> {
  let lastId: string | null = null
  let failures = 0
  while (!signal.aborted) {
    let isOpen = false
    const outcome: unknown = await readStream(
      lastId,
      {
        onOpen() {
          if (isOpen) return
          isOpen = true
          failures = 0
          tell({ kind: 'state', state: 'live' })
        },
        onUpdate: (update) => tell({ kind: 'update', update }),
        onGap: () => tell({ kind: 'gap' }),
        onPosition(id) {
          lastId = id
        },
      },
      signal,
    ).catch((error: unknown) => error)
    if (signal.aborted) return
    if (outcome instanceof StreamRefused && outcome.status === 401) return tell({ kind: 'signed-out' })
    failures = outcome instanceof StreamSilent ? Math.max(maxFailures, failures + 1) : failures + 1
    tell({ kind: 'state', state: stateAfter(failures, outcome) })
    await waitFor(jittered(Math.min(maxWaitMs, 1000 * 2 ** (failures - 1))), signal)
  }
}

/** If the server is reached but gives no stream, asking again and again is what is left. */
function stateAfter(failures: number, outcome: unknown): LiveState['kind'] {
  if (failures < maxFailures) return 'reconnecting'
  const isReached = outcome === undefined || outcome instanceof StreamRefused || outcome instanceof StreamSilent
  return isReached ? 'polling' : 'offline'
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
