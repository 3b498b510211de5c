import { asCursor, type Cursor } from '@linkspan/core/connector'

/** A pager's cursor and the latest total that the ERP told: a session that goes on from there notices if the total has fallen. */
export interface CursorWithTotal {
  readonly cursor: Cursor | null
  readonly total: number | undefined
}

/** Both as one cursor; null at the end. */
export const joinTotal = ({ cursor, total }: CursorWithTotal): Cursor | null =>
  cursor === null || total === undefined ? cursor : asCursor(`${total}:${cursor}`)

/** The inverse of `joinTotal`. A pager's own cursor has no colon. */
export function splitTotal(joined: Cursor | null): CursorWithTotal {
  const [, total, cursor] = /^(\d+):(.*)$/s.exec(joined ?? '') ?? []
  return cursor === undefined ? { cursor: joined, total: undefined } : { cursor: asCursor(cursor), total: Number(total) }
}
