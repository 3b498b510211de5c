import type { IncomingHttpHeaders } from 'node:http'

/** Whether the browser says that a request comes from a page of this server; null if nothing is said, as by programs that are no browsers. */
export function isFromOwnPage(headers: IncomingHttpHeaders): boolean | null {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin'
  if (headers.origin !== undefined) return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
  return null
}
