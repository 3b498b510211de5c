/**
 * Fetches the next item while the present one is worked on, and no further: two are held at most.
 * Leaving the loop does not wait for a fetch under way; abort its signal to end it.
 */
export async function* readAhead<Item>(source: AsyncIterable<Item>): AsyncGenerator<Item> {
  const iterator = source[Symbol.asyncIterator]()
  const ask = () => {
    const answer = iterator.next()
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
