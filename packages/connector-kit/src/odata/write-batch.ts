import { AppError, type BatchedOutcome, outcomeAt, toAppError, type WriteOutcome } from '@linkspan/core/connector'
import { compareReferences } from '../fields/compare-references.ts'
import { createResponse, type HttpResponse, isSuccess } from '../http/http-response.ts'
import { notSentYet, type SendState } from '../http/send-state.ts'
import { isUndecided, withoutAnswer } from '../http/write-failure.ts'
import type { BatchAnswer, BatchRequest } from './batch.ts'

/** A new record, and the request that creates it. */
export interface BatchedWrite {
  readonly reference: string
  readonly request: Omit<BatchRequest, 'id'>
}

/** How a server takes batches. */
export interface BatchCalls {
  /** Sends the requests to `$batch`, each to take effect by itself. Any status is an answer. */
  send(requests: readonly BatchRequest[], reach: SendState): Promise<HttpResponse>
  /** Reads a good answer: those to the requests, in their order; undefined if one is missing. Throws if it cannot be read. */
  read(response: HttpResponse, requests: readonly BatchRequest[]): readonly (BatchAnswer | undefined)[]
  /** What `classify` makes of an answer that is no success. */
  failureOf(response: HttpResponse): AppError
  /** What the answer to one request means for its record, as if it had come by itself. */
  outcomeOf(response: HttpResponse, write: BatchedWrite): Promise<WriteOutcome>
}

/**
 * Writes new records by one `$batch`, but for those whose outcome is known already, and tells what became of each. One of which the answer
 * says nothing may have been taken or not. Throws what concerns all of them, if the server surely took none.
 */
export async function writeBatch(writes: readonly (BatchedWrite | WriteOutcome)[], calls: BatchCalls): Promise<readonly BatchedOutcome[]> {
  const open = writes.filter((write) => 'request' in write)
  const outcomes = open.length === 0 ? [] : await sendAll(open, calls)
  return writes.map((write) => ('request' in write ? outcomeAt(outcomes, open.indexOf(write)) : write))
}

async function sendAll(writes: readonly BatchedWrite[], calls: BatchCalls): Promise<readonly BatchedOutcome[]> {
  const requests = writes.map(({ request }, at): BatchRequest => ({ ...request, id: String(at + 1) }))
  const forAll = (outcome: BatchedOutcome): readonly BatchedOutcome[] => writes.map(() => outcome)
  const reach = notSentYet()
  let response: HttpResponse
  try {
    response = await calls.send(requests, reach)
  } catch (thrown) {
    return forAll(withoutAnswer(thrown, reach))
  }
  if (!isSuccess(response)) {
    const error = calls.failureOf(response)
    if (!isUndecided(response.status, false)) throw error // the batch was refused unread
    return forAll({ kind: 'unknown', error })
  }
  let answers: readonly (BatchAnswer | undefined)[]
  try {
    answers = calls.read(response, requests)
  } catch (thrown) {
    return forAll({ kind: 'unknown', error: toAppError(thrown) }) // it may well have been taken; only the answer cannot be read
  }
  return Promise.all(writes.map((write, at) => outcomeOf(write, answers[at], response, calls)))
}

async function outcomeOf(
  write: BatchedWrite,
  answer: BatchAnswer | undefined,
  { method, url, place }: HttpResponse,
  calls: BatchCalls,
): Promise<BatchedOutcome> {
  const { reference } = write
  if (!answer) return untold(`${place}: the answer does not say what became of ${reference}`)
  const { status, headers, text } = answer
  try {
    const outcome = await calls.outcomeOf(createResponse({ method, url, status, headers, body: Buffer.from(text) }), write)
    const shown = outcome.kind === 'accepted' ? outcome.record.fields?.customerReference : undefined
    if (typeof shown !== 'string' || compareReferences(reference, shown) !== 'other') return outcome
    return untold(`${place}: the answer to ${reference} shows another order, of the reference ${shown}`)
  } catch (thrown) {
    return { kind: 'not-taken', error: toAppError(thrown) }
  }
}

const untold = (message: string): BatchedOutcome => ({ kind: 'unknown', error: new AppError('setup.answer-unexpected', message) })
