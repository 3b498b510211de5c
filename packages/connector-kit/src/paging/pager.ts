import { AppError, type Cursor, type SourceRecord } from '@linkspan/core/connector'
import type { HttpResponse } from '../http/http-response.ts'
import type { MoreSign } from './more-signs.ts'
import type { PageValues } from './options.ts'

/** What a paging style needs of an answer beside its body: an HTTP response, or what a connector makes of another protocol's. */
export type AnswerSource = Pick<HttpResponse, 'header' | 'url' | 'place' | 'serverTime'>

/** One answer, read. */
export interface Answer {
  readonly records: readonly SourceRecord[]
  /** Names what the records were made of. */
  readonly digest: string
  readonly body: unknown
  readonly total: number | undefined
  readonly response: AnswerSource
  /** The answer has no list, which is the end of paging: what it means for a first answer. */
  readonly noList?: AppError
  /** What is doubtful in it, for the run's log. A message is told once in a run. */
  readonly warnings?: readonly string[]
}

/** What a paging style works with. */
export interface Paging {
  /** Asks for a page by the resource's own URL. */
  ask(values: Omit<PageValues, 'since'>): Promise<Answer>
  /** Asks for a page by a path with its query, at the same origin. */
  follow(path: string): Promise<Answer>
  /** Hears which pages will be asked for next if nothing unusual comes, the soonest first. */
  foresee?(values: readonly Omit<PageValues, 'since'>[]): void
  /** How many rows a page should have. */
  readonly pageSize: number
  /** Query parameters that carry a secret: they are in no position. */
  readonly secretParameters: readonly string[]
  /** For errors: where this is configured. */
  readonly place: string
}

/** What a paging style yields: the answer's fresh records, and the position of the page after them; null at the end. */
export interface PagerPage {
  readonly records: readonly SourceRecord[]
  readonly answer: Answer
  readonly next: Cursor | null
}

/** A paging style: all pages after a position. */
export type Pager = (paging: Paging, after: Cursor | null) => AsyncGenerator<PagerPage>

/** The parameter for the number of rows, if it has a name. */
export const limited = (limitParameter: string | undefined, limit: number): Readonly<Record<string, string>> =>
  limitParameter === undefined ? {} : { [limitParameter]: String(limit) }

/** An answer that says there is more, but not where the settings look for it, must not pass for the last one. */
export function unreachable({ response }: Answer, { sign, path }: MoreSign, place: string): AppError {
  const setting =
    path === undefined ? `Set ${place}.paging` : `Set ${place}.paging, as in { "style": "cursor", "path": "${path}", "parameter": … }`
  const message = `${response.place}: the answer says that there is more (${sign}), but not at which URL or with which token. ${setting}`
  return new AppError('setup.answer-unexpected', message, { details: { sign } })
}
