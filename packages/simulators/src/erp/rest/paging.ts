import type { Row, RowOrder } from '../../dataset/row.ts'
import type { Selection } from '../../dataset/selection.ts'
import type { RestPaging, RestParameters } from './rest-options.ts'

export interface PageRequest {
  readonly paging: RestPaging
  readonly query: URLSearchParams
  readonly parameters: RestParameters
  readonly firstPage: number
  readonly limit: number
  readonly order: RowOrder
}

/** A page of rows, and the cursor of the next one. */
export interface RowPage<R extends Row> {
  readonly rows: readonly R[]
  readonly nextCursor?: string
}

/** Returns the requested page, or a sentence that says why the request is invalid. */
export function readPage<R extends Row>(selection: Selection<R>, request: PageRequest): RowPage<R> | string {
  const { paging, query, parameters, firstPage, limit, order } = request
  if (paging === 'none') return { rows: selection.slice(0, selection.length) }
  if (paging === 'page') {
    const page = count(query.get(parameters.page), firstPage)
    return page === undefined || page < firstPage
      ? `"${parameters.page}" must be a number from ${firstPage}.`
      : { rows: selection.slice((page - firstPage) * limit, limit) }
  }
  if (paging === 'offset') {
    const offset = count(query.get(parameters.offset), 0)
    return offset === undefined ? `"${parameters.offset}" must be a number from 0.` : { rows: selection.slice(offset, limit) }
  }
  if (paging === 'keyset') {
    const after = query.get(parameters.afterId)
    return { rows: selection.slice(after === null ? 0 : selection.positionAfter({ id: after, updatedAt: '' }), limit) }
  }
  return readCursorPage(selection, query.get(parameters.cursor), parameters.cursor, limit, order)
}

/**
 * A cursor names the last row read, so that rows that move meanwhile neither hide nor repeat others
 * (docs/erp/home-made-rest.md#rows-that-move).
 */
function readCursorPage<R extends Row>(
  selection: Selection<R>,
  given: string | null,
  name: string,
  limit: number,
  order: RowOrder,
): RowPage<R> | string {
  const last = given === null ? undefined : decodeCursor(given, order)
  if (given !== null && !last) return `"${name}" is not a cursor of this server.`
  const start = last ? selection.positionAfter(last) : 0
  const rows = selection.slice(start, limit)
  const end = rows.at(-1)
  return end && start + rows.length < selection.length ? { rows, nextCursor: encodeCursor(end, order) } : { rows }
}

function encodeCursor({ id, updatedAt }: Row, order: RowOrder): string {
  return Buffer.from(JSON.stringify([order, id, updatedAt])).toString('base64url')
}

function decodeCursor(cursor: string, order: RowOrder): Row | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (!Array.isArray(parts) || parts[0] !== order || typeof parts[1] !== 'string' || typeof parts[2] !== 'string') return undefined
    return { id: parts[1], updatedAt: parts[2] }
  } catch {
    return undefined
  }
}

function count(text: string | null, fallback: number): number | undefined {
  if (text === null) return fallback
  return /^\d{1,12}$/.test(text) ? Number(text) : undefined
}
