import { AppError } from '@linkspan/core/connector'
import Link from 'http-link-header'
import type { AnswerSource } from './pager.ts'

/**
 * The URL of the link with rel="next" in a Link header (RFC 8288); null if there is none. Each link is read by itself: others may be
 * malformed. Throws `setup.answer-unexpected` if the next one is.
 */
export function nextInHeader(response: AnswerSource): string | null {
  for (const link of linksIn(response.header('link') ?? '')) {
    const isNext = /;\s*rel\s*=\s*("[^"]*\bnext\b[^"]*"|'[^']*\bnext\b[^']*'|next\b)/i.test(link)
    if (!isNext) continue
    try {
      const [, target, parameters = ''] = /^\s*(<[^>]*>)(.*)$/s.exec(link) ?? []
      const [, rel] = /;\s*rel\s*=\s*["']?([^"';]*)/i.exec(parameters) ?? []
      if (rel?.trim().toLowerCase().split(/\s+/).includes('next') === false) continue
      const uri = Link.parse(`${target}; rel="next"`).refs[0]?.uri
      if (uri) return uri
    } catch {
      // told below
    }
    throw new AppError('setup.answer-unexpected', `${response.place}: the next link in the Link header cannot be read`)
  }
  return null
}

/** The links of a header, split at the commas between them. */
const linksIn = (header: string): string[] => header.match(/(?:<[^>]*>|"[^"]*"|[^,<"])+/g) ?? []
