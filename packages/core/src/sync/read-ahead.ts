/**
 * Fetches the next item while the present one is worked on, and no further: two are held at most. `mayAsk` is awaited before each.
 * Leaving the loop does not wait for a fetch under way; abort its signal to end it.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>, mayAsk?: () => Promise<void>): AsyncGenerator<Item> {
  const iterator = source[Symbol.asyncIterator]()
  const ask = () => {
    const answer = mayAsk ? mayAsk().then(() => iterator.next()) : iterator.next()
    answer.catch(() => {}) // it is awaited below, perhaps later than it fails
    return answer
  }
  let upcoming = ask()
  try {
    for (;;) {
      const answer = await upcoming
      if (answer.done) return
      upcoming = ask()
      yield answer.value
    }
  } finally {
    iterator.return?.()?.catch(() => {})
  }
}

/** So many may be in at once; who comes then waits until one leaves. */
export function createSemaphore(places: number) {
  const waiting: (() => void)[] = []
  let free = places
  return {
    async acquire(): Promise<void> {
      if (free > 0) free -= 1
      else await new Promise<void>((resolve) => waiting.push(resolve))
    },
    release(): void {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    },
  }
}
