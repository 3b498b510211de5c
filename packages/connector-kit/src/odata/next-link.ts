import { AppError } from '@linkspan/core/connector'
import type { Collection } from './decode.ts'

export const linkOf = ({ pathname, search }: URL): string => `${pathname}${search}`

/**
 * Path and query of the server's link to the next page, null if it gives none. Scheme and host are dropped, since a link may name the
 * server's inner host (docs/erp/sap-s4hana.md#next-links). So is the difference in the path if a gateway serves us under a prefix that the
 * server does not know: the asked path ends with the link's path then. V4's relative links start from the context
 * (docs/erp/sap-s4hana.md#next-links).
 */
export function nextLink({ next, context }: Pick<Collection, 'next' | 'context'>, asked: URL): string | null {
  if (next === undefined) return null
  const base = context !== undefined && URL.canParse(context, asked.href) ? new URL(context, asked) : asked
  if (!URL.canParse(next, base.href)) throw new AppError('setup.answer-unexpected', 'The link to the next page is no URL')
  const url = new URL(next, base)
  if (asked.pathname.endsWith(url.pathname)) url.pathname = asked.pathname
  return linkOf(url)
}
