/**
 * Fetches the next item while the caller works on the current one, and no further, so at most two are held. `mayAsk` is awaited before
 * each fetch. Leaving the loop does not wait for a fetch in progress; abort its signal to end it.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>, mayAsk?: () => Promise<void>): AsyncGenerator<Item> {
  const iterator = source[Symbol.asyncIterator]()
  const ask = () => {
    const answer = mayAsk ? mayAsk().then(() => iterator.next()) : iterator.next()
    answer.catch(() => {}) // awaited below, perhaps only after it has failed
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
