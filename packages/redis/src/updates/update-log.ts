import type { Update, UpdateNews } from '@linkspan/core'

/** How many updates are kept for followers that come back. */
const maxKept = 2000
/** The same update is told at most once in this time: at once, and once more at its end if it came again. */
const quietMs = 1000

export interface UpdateLog extends Disposable {
  tell(updates: readonly Omit<Update, 'version'>[]): void
  tellGap(): void
  listen(listener: (news: UpdateNews) => void): () => void
  /** What a follower that was at this position has missed: first its present position, or a gap if that cannot be said. */
  since(position: string | null): UpdateNews[]
}

/** The latest updates that this process knows of. Positions are its own: those of another process, named otherwise, lead to a gap. */
export function createUpdateLog(name: string): UpdateLog {
  const kept: { readonly number: number; readonly update: Update }[] = []
  const listeners = new Set<(news: UpdateNews) => void>()
  const quiet = new Map<string, { again: boolean; readonly timer: NodeJS.Timeout }>()
  let last = 0
  let known = 0 // everything behind this number is kept

  const positionOf = (number: number): string => `${name}-${number}`
  const tellAll = (news: UpdateNews['news']) => {
    for (const listener of listeners) listener({ position: positionOf(last), news })
  }

  function tellOne(one: Omit<Update, 'version'>): void {
    const key = `${one.topic} ${one.id}`
    const resting = quiet.get(key)
    if (resting) {
      resting.again = true
      return
    }
    last += 1
    const update = { ...one, version: last }
    kept.push({ number: last, update })
    if (kept.length > maxKept) known = kept.shift()?.number ?? known
    tellAll(update)
    const timer = setTimeout(() => {
      const isDue = quiet.get(key)?.again
      quiet.delete(key)
      if (isDue) tellOne(one)
    }, quietMs)
    timer.unref()
    quiet.set(key, { again: false, timer })
  }

  return {
    tell(updates) {
      for (const one of updates) tellOne(one)
    },
    tellGap() {
      last += 1
      known = last
      kept.length = 0
      tellAll('gap')
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    since(position) {
      const here = { position: positionOf(last), news: null }
      if (position === null) return [here]
      const [, of, digits] = /^(\w+)-(\d{1,15})$/.exec(position) ?? []
      const number = Number(digits)
      if (of !== name || number < known || number > last) return [{ ...here, news: 'gap' }]
      const missed = kept.filter((one) => one.number > number)
      return [{ position, news: null }, ...missed.map(({ number, update }) => ({ position: positionOf(number), news: update }))]
    },
    [Symbol.dispose]() {
      for (const { timer } of quiet.values()) clearTimeout(timer)
    },
  }
}
