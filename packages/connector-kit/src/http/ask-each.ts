import pMap, { pMapSkip } from 'p-map'

/** A pull makes at most so many calls at once. The connector's `rateLimit` and `maxConcurrentCalls` let fewer of them through. */
export const maxAtOnce = 8

/**
 * Asks the ERP for each item, several at once; the answers are in the order of the items. After a failure no further item is asked for. What is
 * under way is waited for, then the failure of the first item that has one is thrown.
 */
export async function askEach<Item, Answer>(items: readonly Item[], ask: (item: Item) => Promise<Answer>): Promise<Answer[]> {
  const failures: { readonly at: number; readonly thrown: unknown }[] = []
  const answers = await pMap(
    items,
    async (item, at): Promise<Answer | typeof pMapSkip> => {
      if (failures.length > 0) return pMapSkip
      try {
        return await ask(item)
      } catch (thrown) {
        failures.push({ at, thrown })
        return pMapSkip
      }
    },
    { concurrency: maxAtOnce },
  )
  const [first] = failures.sort((one, other) => one.at - other.at)
  if (first) throw first.thrown
  return answers
}

/** The rows that belong to values, asked for in lists of at most `size` values as by `askEach`. Each value is asked for once. */
export async function askInLists<Value, Row>(
  values: readonly Value[],
  size: number,
  ask: (list: readonly Value[]) => Promise<readonly Row[]>,
): Promise<Row[]> {
  const unique = [...new Set(values)]
  const lists = Array.from({ length: Math.ceil(unique.length / size) }, (_, at) => unique.slice(at * size, (at + 1) * size))
  return (await askEach(lists, ask)).flat()
}
