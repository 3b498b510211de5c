import { AppError, type SourceRecord } from '@linkspan/core/connector'
import { z } from 'zod'
import { fromCursor, toCursor } from './cursor.ts'
import { fingerprint } from './fingerprint.ts'
import { formatTime, type KeysetOptions, type TimeFormat } from './options.ts'
import { limited, type Pager } from './pager.ts'

const Position = z.object({
  style: z.literal('keyset'),
  /** The last row that was given. */
  id: z.string(),
  time: z.string().nullable(),
  /** With a time only: the rows of exactly that time that were given, since they come again. */
  edge: z.array(z.string()),
  size: z.number(),
})
type Position = z.infer<typeof Position>

/**
 * Asks for the rows after the last one by its id, or by its change time, or by both, in the ERP's own order by these. With a time
 * alone the ERP gives that time's rows again (`>=`): those that were given are dropped. The end is an empty page.
 */
export const pagesByKey = ({ parameter, timeParameter, limitParameter }: KeysetOptions, timeFormat: TimeFormat): Pager =>
  async function* (paging, after) {
    let position = after === null ? null : fromCursor(Position, after)
    const isInclusive = parameter === undefined
    for (;;) {
      const answer = await paging.ask({
        limit: paging.pageSize,
        parameters: {
          ...limited(limitParameter, paging.pageSize),
          ...(position && parameter !== undefined && { [parameter]: position.id }),
          ...(position?.time && timeParameter !== undefined && { [timeParameter]: formatTime(position.time, timeFormat) }),
        },
      })
      const known: ReadonlySet<string> = new Set(isInclusive ? position?.edge : [])
      const fresh = answer.records.filter((record) => !known.has(markOf(record)))
      const last = fresh.at(-1)
      const size = Math.max(position?.size ?? 0, answer.records.length)
      if (!last && answer.records.length > 0 && answer.records.length >= size) {
        const message = `${paging.place}: more rows share one change time than fit into a page. Raise settings.batchSize, or page by id too`
        throw new AppError('remote.cursor-repeated', message)
      }
      if (last && position && !isInclusive && last.id === position.id) {
        throw new AppError('remote.cursor-repeated', `${paging.place}: the rows after "${last.id}" end with "${last.id}" again`)
      }
      position = last
        ? nextPosition(last, position, fresh, size, {
            isInclusive,
            timeFormat: timeParameter === undefined ? null : timeFormat,
            place: paging.place,
          })
        : null
      yield { records: fresh, answer, next: position === null ? null : toCursor(position) }
      if (position === null) return
    }
  }

/** A row as it was given: the same one changed since is another one. */
const markOf = ({ id, changedAt }: SourceRecord): string => fingerprint(`${changedAt}/${id}`)

interface Rule {
  readonly isInclusive: boolean
  /** How times are asked for; null if the id alone decides. */
  readonly timeFormat: TimeFormat | null
  readonly place: string
}

function nextPosition(last: SourceRecord, before: Position | null, fresh: readonly SourceRecord[], size: number, rule: Rule): Position {
  const { isInclusive, timeFormat, place } = rule
  const time = last.changedAt
  if (last.id === '' || (timeFormat !== null && time === null)) {
    throw new AppError(
      'setup.answer-unexpected',
      `${place}: the last row of a page has no ${last.id === '' ? 'id' : 'change time'} to go on from`,
    )
  }
  if (timeFormat === null || time === null || !isInclusive) return { style: 'keyset', id: last.id, time, edge: [], size }
  if (before?.time && time < before.time) {
    throw new AppError('remote.cursor-repeated', `${place}: the rows do not come in the order of their change times`)
  }
  const asked = (iso: string | null) => (iso === null ? null : formatTime(iso, timeFormat))
  const ties = fresh.filter(({ changedAt }) => asked(changedAt) === asked(time)).map(markOf)
  const edge = before && asked(before.time) === asked(time) ? [...before.edge, ...ties] : ties
  return { style: 'keyset', id: last.id, time, edge, size }
}
