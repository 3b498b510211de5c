import { type ERPSyncLog, isEnded } from '@linkspan/core'
import { within } from './within.ts'

/** One event of a stream. The stream closes after an `end`. */
export interface ServerSentEvent {
  readonly event: string
  readonly data: unknown
}

const frame = ({ event, data }: ServerSentEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

/** Turns the states of a run into server-sent events: `progress` for each, then `end` with the final log. */
export const toServerSentEvents = (logs: AsyncIterable<ERPSyncLog>, heartbeatMs: number): AsyncGenerator<string> =>
  toFrames(runEvents(logs), heartbeatMs)

async function* runEvents(logs: AsyncIterable<ERPSyncLog>): AsyncGenerator<ServerSentEvent> {
  for await (const data of logs) {
    yield { event: 'progress', data }
    if (isEnded(data)) yield { event: 'end', data }
  }
}

/** Writes events as they are sent. A comment every `heartbeatMs` keeps proxies from closing a quiet stream. */
export async function* toFrames(events: AsyncIterable<ServerSentEvent>, heartbeatMs: number): AsyncGenerator<string> {
  const iterator = events[Symbol.asyncIterator]()
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
      yield frame(result.value)
      if (result.value.event === 'end') return
      pending = iterator.next()
    }
  } finally {
    pending.catch(() => {})
    void iterator.return?.()
  }
}
