import { createHash } from 'node:crypto'
import type { Row } from '../../dataset/row.ts'
import type { Exchange } from '../../exchange.ts'
import type { RestErpOptions } from './rest-options.ts'

/** The version of a row, for `ETag` and `If-Match` (docs/erp/home-made-rest.md#versions-of-records). */
export function etagOf(row: Row): string {
  return `"${createHash('sha1').update(JSON.stringify(row)).digest('base64url').slice(0, 16)}"`
}

/** The status that refuses an update because of its `If-Match`; undefined if the update may proceed. */
export function refuseVersion({ headers }: Exchange, row: Row, { locking = 'none' }: RestErpOptions): 412 | 428 | undefined {
  if (locking === 'none') return undefined
  const given = headers['if-match']
  if (given === undefined) return locking === 'required' ? 428 : undefined
  const isCurrent = given.split(',').some((each) => each.trim() === '*' || each.trim() === etagOf(row))
  return isCurrent ? undefined : 412
}
