import { systemStopwatch, type UpdateNews } from '@linkspan/core'
import { within } from './within.ts'

/** Printed as a block without data: a browser notes the id, and tells nothing to the page. */
const printPosition = (position: string): string => `id: ${position}\n\n`

const printGap = (position: string): string =>
  `id: ${position}\nevent: gap\ndata: {"hint":"Updates may be missing. Read again what you show."}\n\n`

function print({ position, news }: UpdateNews): string {
  if (news === null) return printPosition(position)
  return news === 'gap' ? printGap(position) : `id: ${position}\ndata: ${JSON.stringify(news)}\n\n`
}

/** Turns updates into server-sent events. After each quiet `heartbeatMs` it asks `mayGoOn`, and sends a comment or ends. */
export async function* toUpdateStream(
  updates: AsyncIterable<UpdateNews>,
  heartbeatMs: number,
  mayGoOn: () => Promise<boolean>,
): AsyncGenerator<string> {
  const iterator = updates[Symbol.asyncIterator]()
  yield 'retry: 2000\n\n'
  let pending = iterator.next()
  try {
    for (let since = systemStopwatch(); ; ) {
      const result = await within(pending, Math.max(0, heartbeatMs - (systemStopwatch() - since)))
      if (result === 'late') {
        if (!(await mayGoOn())) return
        since = systemStopwatch()
        yield ': still here\n\n'
        continue
      }
      if (result.done) return
      yield print(result.value)
      pending = iterator.next()
    }
  } finally {
    pending.catch(() => {})
    void iterator.return?.()
  }
}
