import { parseJson } from '../http/json.ts'
import { type MoreSign, moreSign } from './more-signs.ts'
import type { Answer, AnswerSource } from './pager.ts'

/** Headers that say what a body may say under these names. */
const names = {
  nextPage: 'x-next-page',
  nextCursor: 'x-next-cursor',
  hasMore: 'x-has-more',
  totalPages: 'x-total-pages',
  page: 'x-page',
  pageNumber: 'x-page-number',
  currentPage: 'x-current-page',
} as const

/** The object in the header `X-Pagination`, as .NET services write it; undefined if there is none. */
export function paginationIn({ header }: Pick<AnswerSource, 'header'>): unknown {
  const text = header('x-pagination')
  if (text === undefined) return undefined
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}

function inHeaders(response: AnswerSource): MoreSign | undefined {
  const said = Object.entries(names).flatMap(([name, header]) => {
    const value = response.header(header)
    return value === undefined ? [] : [[name, value] as const]
  })
  const found = moreSign(paginationIn(response)) ?? moreSign(Object.fromEntries(said))
  return found && { isMore: found.isMore, sign: `a header, ${found.sign}` }
}

/** What an answer says about further pages, in its body or in its headers. */
export const moreSignOf = ({ body, response }: Pick<Answer, 'body' | 'response'>): MoreSign | undefined =>
  moreSign(body) ?? inHeaders(response)
