import { AppError, type Cursor, type SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import { isAbsent, valueAt } from '../fields/dot-path.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { moreSignOf } from './header-signs.ts'
import { isAfterTheEnd, nothingSeen, Seen, withPage } from './loop-guard.ts'
import type { CursorOptions } from './options.ts'
import { type Answer, limited, type Pager, unreachable } from './pager.ts'

const Position = z.object({
  style: z.literal('cursor'),
  cursor: z.string(),
  seen: Seen,
})

/** Sends back the token that each answer gives for the next page; it ends when none comes, or when the ERP says so. */
export const pagesByCursor = ({ parameter, limitParameter, ...place }: CursorOptions): Pager =>
  async function* (paging, after) {
    let position = after === null ? null : fromCursor(Position, after)
    for (;;) {
      const { cursor, seen: before = nothingSeen } = position ?? {}
      const answer = await paging.ask({
        limit: paging.pageSize,
        ...(cursor !== undefined && { cursor }),
        parameters: { ...limited(limitParameter, paging.pageSize), ...(cursor !== undefined && { [parameter]: cursor }) },
      })
      if (isAfterTheEnd(before, answer)) return yield { records: [], answer, next: null }
      const token = tokenOf(answer, place, paging.place)
      const isMet = answer.total !== undefined && before.rows + answer.records.length >= answer.total
      const next = token === cursor && isMet ? null : token
      const seen = withPage(before, answer.records, next, paging.place)
      position = next === null ? null : { style: 'cursor', cursor: next, seen }
      yield { records: answer.records, answer, next: position === null ? null : toCursor(position) }
      if (position === null) return
    }
  }

/** The position behind a first page that gave a token. */
export const firstCursor = (token: string, records: readonly SourceRecord[], place: string): Cursor =>
  toCursor({ style: 'cursor', cursor: token, seen: withPage(nothingSeen, records, token, place) } satisfies z.infer<typeof Position>)

/** The token of an answer; null at the end. An answer that says there is more, but has no token, must not pass for the last one. */
function tokenOf(answer: Answer, { path, header }: Pick<CursorOptions, 'path' | 'header'>, place: string): string | null {
  const { body, response } = answer
  const token = (header === undefined ? undefined : response.header(header.toLowerCase())) ?? valueAt(body, path)
  const more = moreSignOf(answer)
  if (more?.isMore === false && !more.isWeak) return null
  if (typeof token === 'number') return String(token)
  if (typeof token === 'string' && token !== '') return token
  if (typeof token === 'object' && token !== null) {
    const message = `${response.place}: there is an object at "${path}", and no token. Set ${place}.paging.path to the token in it`
    throw new AppError('setup.answer-unexpected', message, { details: { fields: Object.keys(token).slice(0, 20) } })
  }
  const isSaid = more?.path === undefined || (token === undefined && header === undefined)
  if (more?.isMore && !more.isWeak && isSaid && isAbsent(token)) throw unreachable(answer, more, place)
  return null
}
