import { createHash } from 'node:crypto'
import { isObject } from '@linkspan/core'

/** For `JSON.stringify`: the fields of every object in one order, so that equal values are equal text. */
const inOrder = (_: string, value: unknown): unknown =>
  isObject(value) ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1))) : value

/** Adds a digest of what is shown to the ETag of a revision: `"5"` becomes `"5-Rk3…"`, because what workers find out is shown too. */
export function contentEtag(etag: string, shown: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(shown, inOrder)).digest('base64url').slice(0, 16)
  return `${etag.slice(0, -1)}-${digest}"`
}
