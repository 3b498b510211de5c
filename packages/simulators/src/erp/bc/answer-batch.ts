import { type Answer, type Exchange, json } from '../../exchange.ts'
import { BcError, toErrorAnswer } from './bc-error.ts'

type InnerRequest = Pick<Exchange, 'method' | 'path' | 'rawPath' | 'rawQuery' | 'query' | 'headers' | 'body' | 'takeFault'>

const maxRequests = 100

/**
 * Answers `$batch` in JSON: the requests one after the other, each by itself; after a failure only if it is asked to go on
 * (docs/erp/dynamics-business-central.md#batches).
 */
export function answerBatch({ method, headers, body }: Exchange, answer: (request: InnerRequest) => Answer): Answer {
  if (method !== 'POST') throw new BcError(405, 'BadRequest_MethodNotAllowed', `${method} is not allowed for $batch.`)
  const requests = requestsIn(body)
  if (requests.length > maxRequests)
    throw new BcError(400, 'BadRequest', `The batch has ${requests.length} requests; at most ${maxRequests} are allowed.`)
  const goesOn = /odata\.continue-on-error/.test(String(headers.prefer ?? ''))
  const responses: object[] = []
  for (const request of requests) {
    const given = answerInner(request, answer)
    const content = given.body === '' ? {} : { body: JSON.parse(given.body) as unknown }
    responses.push({ id: request.id, status: given.status, headers: given.headers, ...content })
    if (given.status >= 300 && !goesOn) break
  }
  return json({ responses })
}

interface SentRequest {
  readonly id: string
  readonly method: string
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
}

function requestsIn(body: string): readonly SentRequest[] {
  const { requests } = JSON.parse(body) as { readonly requests?: readonly SentRequest[] }
  if (Array.isArray(requests)) return requests as readonly SentRequest[]
  throw new BcError(400, 'BadRequest', 'The batch has no requests.')
}

function answerInner({ method, url, headers = {}, body }: SentRequest, answer: (request: InnerRequest) => Answer): Answer {
  const [path = '', rawQuery = ''] = url.split('?')
  const named = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const query = new URLSearchParams(rawQuery)
  const sent = body === undefined ? '' : JSON.stringify(body)
  try {
    return answer({ method, path, rawPath: path, rawQuery, query, headers: named, body: sent, takeFault: () => undefined })
  } catch (error) {
    if (error instanceof BcError) return toErrorAnswer(error)
    throw error
  }
}
