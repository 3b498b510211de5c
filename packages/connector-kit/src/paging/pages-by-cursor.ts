import { z } from 'zod'
import { valueAt } from '../fields/dot-path.ts'
import { fromCursor, toCursor } from './cursor.ts'
import { nothingSeen, Seen, withPage } from './loop-guard.ts'
import type { CursorOptions } from './options.ts'
import { type Answer, limited, type Pager } from './pager.ts'

const Position = z.object({
  style: z.literal('cursor'),
  cursor: z.string(),
  seen: Seen,
})

/** Sends back the token that each answer gives for the next page; it ends when none comes. */
export const pagesByCursor = ({ parameter, path, header, limitParameter }: CursorOptions): Pager =>
  async function* (paging, after) {
    const tokenOf = ({ body, response }: Answer): string | null => {
      const found = header === undefined ? undefined : response.header(header.toLowerCase())
      const token = found ?? valueAt(body, path)
      if (typeof token === 'number') return String(token)
      return typeof token === 'string' && token !== '' ? token : null
    }
    let position = after === null ? null : fromCursor(Position, after)
    for (;;) {
      const { cursor } = position ?? {}
      const answer = await paging.ask({
        limit: paging.pageSize,
        ...(cursor !== undefined && { cursor }),
        parameters: { ...limited(limitParameter, paging.pageSize), ...(cursor !== undefined && { [parameter]: cursor }) },
      })
      const next = tokenOf(answer)
      const seen = withPage(position?.seen ?? nothingSeen, answer.records, next, paging.place)
      position = next === null ? null : { style: 'cursor', cursor: next, seen }
      yield { records: answer.records, answer, next: position === null ? null : toCursor(position) }
      if (position === null) return
    }
  }
