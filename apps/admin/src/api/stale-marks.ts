import type { Query, QueryClient } from '@tanstack/react-query'
import type { Update } from './live-stream.ts'

/** What is read again after an update, besides what is named like its topic. */
const alsoTouched: Readonly<Record<Update['topic'], readonly string[]>> = {
  connections: ['overview'],
  streams: ['overview'],
  runs: ['overview'],
  rejects: ['overview'],
  conflicts: ['overview'],
  incidents: ['overview'],
  deliveries: ['webhooks', 'routes'],
}

const restMs = 1000

export interface StaleMarks {
  mark(update: Update): void
  /** Everything may have changed. */
  markAll(): void
  stop(): void
}

/** Marks what updates concern as stale. What is looked at is read again then, at most once a second. */
export function createStaleMarks(queries: QueryClient): StaleMarks {
  const touched = new Map<string, Set<string>>() // ids by the first part of the keys
  let isAll = false
  let timer: ReturnType<typeof setTimeout> | undefined // runs until the next marks may be made

  const flush = () => {
    const [all, ids] = [isAll, new Map(touched)]
    isAll = false
    touched.clear()
    const staleOnes = (still: boolean) => (query: Query) => isStill(query) === still && (all || isTouched(query, ids))
    void queries.invalidateQueries({ predicate: staleOnes(false) }, { cancelRefetch: false })
    void queries.invalidateQueries({ predicate: staleOnes(true), refetchType: 'none' })
  }
  const rest = () => {
    timer = undefined
    if (!isAll && touched.size === 0) return
    flush()
    timer = setTimeout(rest, restMs)
  }
  const schedule = () => {
    timer ??= setTimeout(rest)
  }
  const touch = (name: string, id: string) => {
    touched.set(name, (touched.get(name) ?? new Set()).add(id))
  }

  return {
    mark({ topic, id }) {
      touch(topic, id)
      for (const name of alsoTouched[topic]) touch(name, id)
      schedule()
    },
    markAll() {
      isAll = true
      schedule()
    },
    stop() {
      clearTimeout(timer)
    },
  }
}

/** Marks what stays as it is while somebody looks at it or edits it: it is read again only when it is opened again. */
export const stillData = { isStill: true } as const
const isStill = ({ meta }: Query): boolean => meta?.isStill === true

/** A key is a name and, if it is about one thing, the id of that; lists have something else there, and concern every id. */
function isTouched({ queryKey: [name, about] }: Query, touched: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const ids = touched.get(String(name))
  if (ids === undefined) return false
  return typeof about !== 'string' || !isId(about) || ids.has(about) || !sameKind(about, ids)
}

const isId = (text: string): boolean => /^[a-z]+_[a-z0-9]{16,}$/.test(text)
const kindOf = (id: string): string => id.slice(0, id.indexOf('_'))
const sameKind = (id: string, others: ReadonlySet<string>): boolean => [...others].some((other) => kindOf(other) === kindOf(id))
