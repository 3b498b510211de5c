import { AppError, isFields } from '@linkspan/core/connector'
import { z } from 'zod'
import { isAbsent, valueAt } from '../fields/dot-path.ts'
import { withoutParameters } from '../http/url.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { moreSignOf } from './header-signs.ts'
import { nextInHeader } from './link-header.ts'
import { isAfterTheEnd, nothingSeen, Seen, withPage } from './loop-guard.ts'
import { type MoreSign, moreSign } from './more-signs.ts'
import type { LinkOptions } from './options.ts'
import { type Answer, type AnswerSource, limited, type Pager, type Paging, unreachable } from './pager.ts'

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
      const before = position?.seen ?? nothingSeen
      const answer = position
        ? await paging.follow(position.next)
        : await paging.ask({ limit: paging.pageSize, parameters: limited(limitParameter, paging.pageSize) })
      if (isAfterTheEnd(before, answer)) return yield { records: [], answer, next: null }
      const more = moreSignOf(answer)
      const next = more?.isMore === false && !more.isWeak ? null : nextPath(answer, from, paging)
      if (next === null && more?.isMore && !more.isWeak && from !== 'anywhere' && !saysNone(answer, from, more))
        throw unreachable(answer, more, paging.place)
      const seen = withPage(before, answer.records, next, paging.place)
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

/** Whether there is nothing at the configured path, so that a token elsewhere in the answer is for another way of paging. */
const saysNone = ({ body }: Answer, from: LinkOptions['from'], { path }: MoreSign): boolean =>
  path !== undefined && (from === 'header' || (typeof from === 'object' && valueAt(body, from.path) !== undefined))

function nextPath({ response, body }: Answer, from: LinkOptions['from'], { secretParameters, place }: Paging): string | null {
  const found =
    typeof from === 'object'
      ? hrefAt(body, from.path, response, place)
      : (nextInHeader(response) ?? (from === 'anywhere' ? fromBody(body) : null))
  return found === null ? null : withinOrigin(found, response, secretParameters)
}

/** The URL at a configured path. A number or an object without a URL there must not pass for the end. */
function hrefAt(body: unknown, path: string, response: AnswerSource, place: string): string | null {
  const value = valueAt(body, path)
  const href = hrefOf(value)
  if (href !== null || isAbsent(value) || typeof value === 'boolean') return href
  const what = typeof value === 'number' ? `the number ${value}` : 'an object without a URL'
  const message = `${response.place}: there is ${what} at "${path}", and no URL. Set ${place}.paging, as in { "style": "cursor", "path": "${path}", "parameter": "page" } for numbers`
  throw new AppError('setup.answer-unexpected', message, { details: { path } })
}

const looksLikeUrl = (href: string): boolean => /^(https?:)?\/|^\?/.test(href)

function fromBody(body: unknown): string | null {
  for (const path of conventionalPaths) {
    const href = hrefOf(valueAt(body, path))
    if (href !== null && (looksLikeUrl(href) || (path !== 'next' && !path.endsWith('.next')) || href.includes('?'))) return href
  }
  const path = moreSign(body)?.path
  const href = path === undefined ? null : hrefOf(valueAt(body, path))
  return href !== null && looksLikeUrl(href) ? href : null
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
