import { AppError } from '@linkspan/core/connector'
import type { Collection } from './decode.ts'

export const linkOf = ({ pathname, search }: URL): string => `${pathname}${search}`

type Links = Pick<Collection, 'next' | 'context'>

/**
 * Path and query of the server's link to the next page, null if it gives none. Scheme and host are dropped, since a link may name the
 * server's inner host (docs/erp/sap-s4hana.md#next-links). So is the difference in the path if a gateway serves us under a prefix that the
 * server does not know: the asked path ends with the link's path then. V4's relative links start from the context
 * (docs/erp/sap-s4hana.md#next-links).
 */
export function nextLink({ next, context }: Links, asked: URL): string | null {
  if (next === undefined) return null
  const url = resolve(next, context, asked)
  if (asked.pathname.endsWith(url.pathname)) url.pathname = asked.pathname
  return linkOf(url)
}

/** As `nextLink`, of a link to the rest of an expanded property: it leads to another path of the same service. */
export function expandedLink(link: string, context: string | undefined, asked: URL): string {
  const url = resolve(link, context, asked)
  const root = new URL('./', asked).pathname
  const starts = [...root.matchAll(/\//g)].map(({ index }) => index).slice(0, -1)
  const prefix = starts.find((at) => url.pathname.startsWith(root.slice(at))) ?? 0
  url.pathname = `${root.slice(0, prefix)}${url.pathname}`
  return linkOf(url)
}

/** A link of a query alone is about the asked path: the context's own path is that of the metadata. */
function resolve(link: string, context: string | undefined, asked: URL): URL {
  const base = context !== undefined && !link.startsWith('?') && URL.canParse(context, asked.href) ? new URL(context, asked) : asked
  if (!URL.canParse(link, base.href)) throw new AppError('setup.answer-unexpected', 'The link to the next page is no URL')
  return new URL(link, base)
}
