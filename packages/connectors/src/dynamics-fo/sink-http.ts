import { classify } from '@linkspan/connector-kit/http/classify'
import type { ErpHttp } from '@linkspan/connector-kit/http/erp-http'
import { failureRules } from '@linkspan/connector-kit/http/failure-rules'
import { type HttpResponse, isSuccess } from '@linkspan/connector-kit/http/http-response'
import { notSentYet } from '@linkspan/connector-kit/http/send-state'
import { failedWrite, withoutAnswer } from '@linkspan/connector-kit/http/write-failure'
import { type AppError, type Clock, toAppError, type WriteOutcome } from '@linkspan/core/connector'

export interface Write {
  readonly url: URL
  readonly method: 'POST' | 'PATCH' | 'DELETE'
  readonly contentType?: string
  readonly body?: string
  readonly etag?: string
}

export type Failed = Exclude<WriteOutcome, { readonly kind: 'accepted' }>

/** A result, or why there is none. */
export type Sent<Result> = { readonly kind: 'done'; readonly result: Result } | Failed

/** What of an answer says why it is no success. */
export type FailedAnswer = Pick<HttpResponse, 'place' | 'url' | 'status' | 'headers' | 'text'>

const rules = failureRules.financeOperations

export interface SinkHttp {
  /** Sends one write; `read` makes the result of an answer that says success. Throws what concerns all records. */
  send<Result>(write: Write, read: (response: HttpResponse) => Result): Promise<Sent<Result>>
  failureOf(answer: FailedAnswer): AppError
  /** What a refusal means for the record. Throws what concerns all records. */
  refusalOf(answer: FailedAnswer, isChange: boolean): Failed
}

export function createSinkHttp(http: Pick<ErpHttp, 'exchange'>, headers: Readonly<Record<string, string>>, clock: Clock): SinkHttp {
  const failureOf = ({ place, url, status, headers: given, text: body }: FailedAnswer): AppError =>
    classify({ place, path: url.pathname, status, headers: given, body, rules }, clock)

  /** A conflict of two changes is no refusal (docs/erp/dynamics-finance-operations.md#error-bodies). */
  function refusalOf(answer: FailedAnswer, isChange: boolean): Failed {
    const failure = failureOf(answer)
    const outcome = failedWrite({ response: answer, failure, isChange, rules })
    const isConflict = outcome.kind === 'stale' || (isChange && answer.status === 409)
    if (isConflict) return isChange ? { kind: 'stale' } : { kind: 'unknown', error: failure }
    return outcome as Failed
  }

  return {
    failureOf,
    refusalOf,
    async send({ url, method, contentType = 'application/json', body, etag }, read) {
      const reach = notSentYet()
      let response: HttpResponse
      try {
        const sent = {
          ...headers,
          ...(body !== undefined && { 'content-type': contentType }),
          ...(etag !== undefined && { 'if-match': etag }),
        }
        response = await http.exchange(url, { method, headers: sent, ...(body !== undefined && { body }), reach })
      } catch (thrown) {
        return withoutAnswer(thrown, reach) as Failed
      }
      if (!isSuccess(response)) return refusalOf(response, method !== 'POST')
      try {
        return { kind: 'done', result: read(response) }
      } catch (thrown) {
        return { kind: 'unknown', error: toAppError(thrown) } // it may well have been taken; only the answer cannot be read
      }
    },
  }
}
