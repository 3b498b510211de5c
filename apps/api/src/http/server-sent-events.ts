import { type ERPSyncLog, isEnded } from '@linkspan/core'
import { within } from './within.ts'

const frame = (event: string, log: ERPSyncLog): string => `event: ${event}\ndata: ${JSON.stringify(log)}\n\n`

/**
 * Turns the states of a run into server-sent events: `progress` for each, then `end` with the final log. A comment every `heartbeatMs`
 * keeps proxies from closing a quiet stream.
 */
export async function* toServerSentEvents(logs: AsyncIterable<ERPSyncLog>, heartbeatMs: number): AsyncGenerator<string> {
  const iterator = logs[Symbol.asyncIterator]()
  yield 'retry: 2000\n\n'
  let pending = iterator.next()
  try {
    for (;;) {
      const result = await within(pending, heartbeatMs)
      if (result === 'late') {
        yield ': still here\n\n'
        continue
      }
      if (result.done) return
      yield frame('progress', result.value)
      if (isEnded(result.value)) {
        yield frame('end', result.value)
        return
      }
      pending = iterator.next()
    }
  } finally {
    pending.catch(() => {})
    void iterator.return?.()
  }
}
