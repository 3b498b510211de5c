import { fill } from './fill.ts'
import type { Paging, Script, ScriptedAnswer } from './script.ts'

/** All rows of the ERP's list. */
export function rowsOf({ rows }: Script): readonly unknown[] {
  if (Array.isArray(rows)) return rows
  const { count, like, but } = rows
  return Array.from({ length: count }, (_, at) => ({ ...(fill(like, { n: at + 1 }) as object), ...but[String(at + 1)] }))
}

function sizeOf({ size, limitParameter, maxSize = Number.POSITIVE_INFINITY, roundTo = 1 }: Paging, query: URLSearchParams): number {
  const asked = limitParameter === undefined ? size : Number(query.get(limitParameter) ?? size)
  const rounded = Math.max(roundTo, asked - (asked % roundTo))
  return Math.max(1, Math.min(maxSize, rounded))
}

function startOf({ by, parameter = by, firstPage, circle }: Paging, size: number, query: URLSearchParams): number {
  const text = query.get(parameter)
  if (by === 'none' || text === null) return 0
  const start = by === 'page' ? (Number(text) - firstPage) * size : Number(text.replace(/^t/, ''))
  return circle === undefined ? start : start % (circle * size)
}

export type PageAnswer = { readonly values: Readonly<Record<string, unknown>> } | { readonly answer: Omit<ScriptedAnswer, 'to'> }

const refusal = { status: 400, headers: {}, body: { message: 'offset must be a multiple of limit' }, lost: false }

/** What the templates of a page may name: its rows, where it lies, and what the next one is asked for with; null at the end. */
export function pageOf(script: Script, query: URLSearchParams, path: string): PageAnswer {
  const { paging } = script
  const { by, firstPage, hidden, after } = paging
  const all = rowsOf(script)
  const total = all.length
  const size = by === 'none' ? Math.max(1, total) : sizeOf(paging, query)
  let start = startOf(paging, size, query)
  if (paging.aligned && start % size !== 0) return { answer: refusal }
  if (start >= total && start > 0 && by !== 'none') {
    if (typeof after === 'object') return { answer: after }
    if (after === 'again') start = Math.max(0, (Math.ceil(total / size) - 1) * size)
  }
  const end = Math.min(total, start + size)
  const isLast = end >= total && paging.circle === undefined
  const shown = all.slice(start, end).filter((_, at) => !hidden.includes(start + at + 1))
  const page = firstPage + Math.floor(start / size)
  const next = isLast ? null : by === 'page' ? page + 1 : by === 'cursor' ? `t${end}` : end
  const url = next === null ? null : `${path}?${withNext(query, paging, next)}`
  return {
    values: {
      rows: shown,
      count: shown.length,
      total,
      size,
      page,
      pages: Math.ceil(total / size),
      offset: start,
      next,
      url,
      hasMore: !isLast,
      isLast,
    },
  }
}

function withNext(query: URLSearchParams, { by, parameter = by }: Paging, next: string | number): string {
  const changed = new URLSearchParams(query)
  changed.set(parameter, String(next))
  return changed.toString()
}
