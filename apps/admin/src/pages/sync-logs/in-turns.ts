/** So many requests are under way at a time. */
const maxAtOnce = 6

/** Does something with each item, six at a time. */
export async function inTurns<Item>(items: readonly Item[], act: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items]
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await act(next)
  }
  await Promise.all(Array.from({ length: Math.min(maxAtOnce, items.length) }, work))
}
