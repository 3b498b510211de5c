import { asCursor, type Cursor, type SourceRecord } from '@linkspan/core/connector'
import { isOfRows } from '../fields/join-lines.ts'

/** The id of the document with which a page ends, if it is made of rows, so that the next page may have more of them; else null. */
export const openDocument = (records: readonly SourceRecord[]): string | null => idOfRows(records.at(-1))

/** Whether a page begins with more rows of a document. */
export const goesOn = (records: readonly SourceRecord[], id: string | null): boolean => id !== null && idOfRows(records[0]) === id

const idOfRows = (record: SourceRecord | undefined): string | null =>
  record !== undefined && record.id !== '' && isOfRows(record) ? record.id : null

/** Rejects a document whose rows are on two pages: neither page has all of its lines. */
export const rejectSplit = (records: readonly SourceRecord[], id: string): readonly SourceRecord[] =>
  records.map((record) => (record.id === id && isOfRows(record) ? { ...record, rejection: { path: 'lines', message } } : record))

const message =
  'record.ambiguous: the rows of this document are on two pages, so no page has all of its lines; none is stored. Ask for pages that hold whole documents'

/** A cursor that remembers with which document the page before it ended; null at the end. */
export const joinOpen = (cursor: Cursor | null, open: string | null): Cursor | null =>
  cursor === null || open === null ? cursor : asCursor(`~${Buffer.from(open).toString('base64url')}~${cursor}`)

/** The inverse of `joinOpen`. No other cursor begins with "~". */
export function splitOpen(joined: Cursor | null): { readonly cursor: Cursor | null; readonly open: string | null } {
  const [, open, cursor] = /^~([\w-]*)~(.*)$/s.exec(joined ?? '') ?? []
  if (open === undefined || cursor === undefined) return { cursor: joined, open: null }
  return { cursor: asCursor(cursor), open: Buffer.from(open, 'base64url').toString() }
}
