import { AppError, isFields } from '@linkspan/core/connector'
import type { Row } from './row.ts'

/** One page of a collection as either version of OData gives it. */
export interface Collection {
  readonly rows: readonly Row[]
  /** Where the next page is, as the server wrote it. */
  readonly next?: string | undefined
  /** What V4's relative links are resolved against (docs/erp/sap-s4hana.md#next-links). */
  readonly context?: string | undefined
  /** How many rows match in all. */
  readonly count?: number | undefined
}

const nonBlank = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined)

function countOf(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value
  return typeof text === 'string' && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/**
 * Reads the envelope of a collection: V2's `d` (with `results`, or an array itself), V4's `value` (docs/erp/sap-s4hana.md#envelopes).
 * Throws `setup.answer-unexpected` for anything else. `place` is method and path.
 */
export function decodeCollection(json: unknown, place: string): Collection {
  const outer = isFields(json) ? json : {}
  const inner = isFields(outer.d) ? outer.d : outer
  const rows = Array.isArray(outer.d) ? outer.d : 'd' in outer ? inner.results : outer.value
  if (!Array.isArray(rows) || !rows.every(isFields)) {
    const names = Object.keys(inner).slice(0, 20)
    throw new AppError('setup.answer-unexpected', `${place}: the answer is no OData collection (neither "d.results" nor "value")`, {
      details: { names },
    })
  }
  return {
    rows,
    next: nonBlank(inner.__next) ?? nonBlank(outer['@odata.nextLink']) ?? nonBlank(outer['@nextLink']),
    context: nonBlank(outer['@odata.context']) ?? nonBlank(outer['@context']),
    count: countOf(inner.__count) ?? countOf(outer['@odata.count']) ?? countOf(outer['@count']),
  }
}
