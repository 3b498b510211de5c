import type { RecordSink } from '../connector/sink.ts'
import { type Stopwatch, systemStopwatch } from '../kernel/ports.ts'
import type { SpentTime } from '../runs/timeline.ts'

/** Measures what one execution of a run spends its time on. */
export interface TimeKeeper {
  /** Does something that waits for the ERP. Waits at the same time count once. */
  waitForErp<Result>(wait: () => Promise<Result>): Promise<Result>
  /** Waits until the ERP's limit allows a call. */
  waitForLimit<Result>(wait: () => Promise<Result>): Promise<Result>
  /** Since the execution began. */
  spent(): SpentTime
}

export function createTimeKeeper(stopwatch: Stopwatch = systemStopwatch): TimeKeeper {
  const begun = stopwatch()
  const [erp, limit] = [createSpan(stopwatch), createSpan(stopwatch)]
  return {
    waitForErp: erp.during,
    waitForLimit: limit.during,
    spent: () => ({
      measuredMs: Math.round(stopwatch() - begun),
      erpMs: Math.round(erp.total()),
      limitMs: Math.round(limit.total()),
    }),
  }
}

/** The time in which at least one of some things was under way. */
function createSpan(stopwatch: Stopwatch) {
  let [open, since, before] = [0, 0, 0]
  return {
    async during<Result>(wait: () => Promise<Result>): Promise<Result> {
      if (open === 0) since = stopwatch()
      open += 1
      try {
        return await wait()
      } finally {
        open -= 1
        if (open === 0) before += stopwatch() - since
      }
    },
    total: () => before + (open === 0 ? 0 : stopwatch() - since),
  }
}

/** The same items, with the time of waiting for each. */
export async function* timedItems<Item>(items: AsyncIterable<Item>, keeper: TimeKeeper): AsyncGenerator<Item> {
  const iterator = items[Symbol.asyncIterator]()
  try {
    for (;;) {
      const answer = await keeper.waitForErp(() => iterator.next())
      if (answer.done) return
      yield answer.value
    }
  } finally {
    await iterator.return?.()
  }
}

/** The same sink, with the time of its calls. */
export function timedSink(sink: RecordSink, keeper: TimeKeeper): RecordSink {
  const { batches } = sink
  return {
    ...sink,
    write: (record) => keeper.waitForErp(() => sink.write(record)),
    find: (record) => keeper.waitForErp(() => sink.find(record)),
    ...(batches && { batches: { ...batches, write: (records) => keeper.waitForErp(() => batches.write(records)) } }),
  }
}
