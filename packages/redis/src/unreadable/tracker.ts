import { AppError, describeError, type Logger, type Stopwatch, type UnreadableItem } from '@linkspan/core'

const rememberedMs = 600_000
const maxRemembered = 20

/** Reads stored items of which one may be damaged, and remembers those that are. */
export interface UnreadableTracker {
  /** What `parse` returns. Null if it throws: then the item is logged and remembered. */
  skip<Item>(item: UnreadableItem, parse: () => Item): Item | null
  /** The same for a caller who wants this item: throws `store.unreadable`. */
  demand<Item>(item: UnreadableItem, parse: () => Item): Item
  seen(): readonly UnreadableItem[]
  forget(item: UnreadableItem): void
}

const nameOf = ({ kind, id }: UnreadableItem): string => `${kind} ${id}`

/** Each item is logged when it is met for the first time, and again when it was not met for ten minutes. */
export function trackUnreadable(logger: Logger, stopwatch: Stopwatch): UnreadableTracker {
  const met = new Map<string, { readonly item: UnreadableItem; readonly at: number }>()
  const isRecent = (at: number) => stopwatch() - at < rememberedMs

  const note = (item: UnreadableItem, thrown: unknown) => {
    const before = met.get(nameOf(item))
    if (!before || !isRecent(before.at))
      logger.error({ ...item, error: describeError(thrown) }, 'A stored item cannot be read; lists leave it out')
    met.delete(nameOf(item))
    met.set(nameOf(item), { item, at: stopwatch() })
    const [oldest] = met.keys()
    if (met.size > maxRemembered && oldest !== undefined) met.delete(oldest)
  }

  const demand: UnreadableTracker['demand'] = (item, parse) => {
    try {
      return parse()
    } catch (thrown) {
      note(item, thrown)
      throw new AppError('store.unreadable', `What is stored of the ${nameOf(item)} cannot be read`, { cause: thrown })
    }
  }

  return {
    demand,
    skip(item, parse) {
      try {
        return parse()
      } catch (thrown) {
        note(item, thrown)
        return null
      }
    },
    seen: () => [...met.values()].filter(({ at }) => isRecent(at)).map(({ item }) => item),
    forget: (item) => void met.delete(nameOf(item)),
  }
}
