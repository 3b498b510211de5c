import { AppError, isFields } from '@linkspan/core/connector'
import Link from 'http-link-header'
import { z } from 'zod'
import { isAbsent, valueAt } from '../fields/dot-path.ts'
import { withoutParameters } from '../http/url.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { nothingSeen, Seen, withPage } from './loop-guard.ts'
import type { LinkOptions } from './options.ts'
import { type Answer, type AnswerSource, limited, type Pager } from './pager.ts'

const Position = z.object({
  style: z.literal('link'),
  next: z.string().regex(/^\/(?!\/)/),
  seen: Seen,
})

/**
 * Follows the next page's URL, from a Link header (RFC 8288) or from the body, within the origin (docs/erp/home-made-rest.md#next-urls).
 */
export const pagesByLink = ({ from, limitParameter }: LinkOptions): Pager =>
  async function* (paging, after) {
    let position = after === null ? null : fromCursor(Position, after)
    for (;;) {
      const answer = position
        ? await paging.follow(position.next)
        : await paging.ask({ limit: paging.pageSize, parameters: limited(limitParameter, paging.pageSize) })
      const next = nextPath(answer, from, paging.secretParameters)
      const seen = withPage(position?.seen ?? nothingSeen, answer.records, next, paging.place)
      position = next === null ? null : { style: 'link', next, seen }
      yield { records: answer.records, answer, next: position === null ? null : toCursor(position) }
      if (position === null) return
    }
  }

/** Where bodies carry the next page's URL by convention. */
const conventionalPaths = [
  'next',
  'links.next',
  '_links.next',
  'nextLink',
  '@odata.nextLink',
  'odata.nextLink',
  'paging.next',
  'pagination.next',
  'meta.next',
]

function nextPath({ response, body }: Answer, from: LinkOptions['from'], secretParameters: readonly string[]): string | null {
  const found =
    typeof from === 'object' ? hrefOf(valueAt(body, from.path)) : (fromHeader(response) ?? (from === 'anywhere' ? fromBody(body) : null))
  return found === null ? null : withinOrigin(found, response, secretParameters)
}

function fromHeader(response: AnswerSource): string | null {
  const header = response.header('link')
  if (header === undefined) return null
  try {
    return Link.parse(header).rel('next')[0]?.uri ?? null
  } catch (cause) {
    throw new AppError('setup.answer-unexpected', `${response.place}: the Link header cannot be read`, { cause })
  }
}

function fromBody(body: unknown): string | null {
  for (const path of conventionalPaths) {
    const href = hrefOf(valueAt(body, path))
    if (href !== null && (/^(https?:)?\/|^\?/.test(href) || path !== 'next' || href.includes('?'))) return href
  }
  return null
}

function hrefOf(value: unknown): string | null {
  const href = isFields(value) ? value.href : value
  return typeof href === 'string' && href.trim() !== '' ? href.trim() : null
}

/** Path and query of a next URL, secrets taken out. Another origin would be given the credentials: `setup.redirect-refused`. */
function withinOrigin(href: string, { url, place }: AnswerSource, secretParameters: readonly string[]): string {
  if (!URL.canParse(href, url.href)) throw new AppError('setup.answer-unexpected', `${place}: the next page's address is no URL`)
  const next = new URL(href, url)
  if (next.origin !== url.origin) {
    const message = `${place}: the next page is said to be at ${next.origin}, but credentials go to ${url.origin} only`
    throw new AppError('setup.redirect-refused', message, { details: { path: url.pathname, origin: next.origin } })
  }
  const query = withoutParameters(next.search, secretParameters).join('&')
  return query === '' ? next.pathname : `${next.pathname}?${query}`
}

/** Whether an answer without a next URL says that there is more all the same. */
export function saysMore({ body }: Answer): boolean {
  const holders = [body, ...['meta', 'paging', 'pagination'].map((name) => valueAt(body, name))].filter(isFields)
  return holders.some(
    (holder) =>
      ['hasMore', 'has_more', 'hasNext', 'has_next', 'hasNextPage'].some((name) => holder[name] === true) ||
      ['nextCursor', 'next_cursor', 'nextPageToken', 'next_page_token'].some((name) => !isAbsent(holder[name])),
  )
}

/** An answer that says there is more, but not where, must not pass for the last one. */
export const unreachable = ({ response }: Answer, place: string): AppError =>
  new AppError(
    'setup.answer-unexpected',
    `${response.place}: the answer says that there is more, but not at which URL. Set ${place}.paging`,
  )
