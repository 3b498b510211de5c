import { asCursor, type Cursor } from '@linkspan/core/connector'

/** A pager's cursor, and the total that the ERP told last: a session that goes on from there notices if it has fallen. */
export interface RestPosition {
  readonly cursor: Cursor | null
  readonly total: number | undefined
}

/** The position as one cursor; null at the end. */
export const toPosition = ({ cursor, total }: RestPosition): Cursor | null =>
  cursor === null || total === undefined ? cursor : asCursor(`${total}:${cursor}`)

/** Reads what `toPosition` wrote. A pager's own cursor has no colon. */
export function readPosition(position: Cursor | null): RestPosition {
  const [, total, cursor] = /^(\d+):(.*)$/s.exec(position ?? '') ?? []
  return cursor === undefined ? { cursor: position, total: undefined } : { cursor: asCursor(cursor), total: Number(total) }
}
