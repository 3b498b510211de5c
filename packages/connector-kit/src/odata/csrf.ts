import { AppError, type Clock } from '@linkspan/core/connector'
import { classify } from '../http/classify.ts'
import { cookiesIn } from '../http/cookies.ts'
import type { ErpHttp } from '../http/erp-http.ts'
import type { HttpRequest } from '../http/http-client.ts'
import type { HttpResponse } from '../http/http-response.ts'

type Write = Omit<HttpRequest, 'url'>

/** A token is valid only with the cookies that came with it (docs/erp/sap-s4hana.md#session-cookies). */
interface Proof {
  readonly token: string
  readonly cookies: string
}

/** Sends what is not a GET. `root` is the service root, where a token is asked for. Any status is an answer. */
export type SendWrite = (root: URL, url: URL, request: Write) => Promise<HttpResponse>

/**
 * Writes with a CSRF token and all cookies of its session, whatever their names (docs/erp/sap-s4hana.md#csrf-tokens). One token serves all
 * writes and is asked for once however many wait for it; if the server calls for another (403 with `x-csrf-token: Required`) the write is
 * repeated once: it was not carried out, and its `reach` says so.
 */
export function createCsrf(http: Pick<ErpHttp, 'exchange'>, headers: Readonly<Record<string, string>>, clock: Clock): SendWrite {
  let held: Promise<Proof> | undefined

  const failure = ({ place, url, status, headers: sent, text }: HttpResponse): AppError =>
    classify({ place, path: url.pathname, status, headers: sent, body: text }, clock)

  async function fetchProof(root: URL): Promise<Proof> {
    const response = await http.exchange(root, { headers: { ...headers, 'x-csrf-token': 'Fetch' } })
    const token = response.header('x-csrf-token')
    // The token may come with an error too: it counts all the same.
    if (token !== undefined && !/^(fetch|required)$/i.test(token)) return { token, cookies: cookiesOf(response) }
    if (response.status < 200 || response.status > 299) throw failure(response)
    throw new AppError('setup.answer-unexpected', `${response.place}: the answer brings no x-csrf-token`)
  }

  function proofFor(root: URL): Promise<Proof> {
    if (held) return held
    const asked = fetchProof(root)
    held = asked
    asked.catch(() => {
      if (held === asked) held = undefined
    })
    return asked
  }

  return async (root, url, request) => {
    for (let isFirst = true; ; isFirst = false) {
      const used = proofFor(root)
      const { token, cookies } = await used
      const proof = { 'x-csrf-token': token, ...(cookies !== '' && { cookie: cookies }) }
      const response = await http.exchange(url, { ...request, headers: { ...headers, ...request.headers, ...proof } })
      const isTokenRefused = response.status === 403 && response.header('x-csrf-token')?.toLowerCase() === 'required'
      if (isTokenRefused && held === used) held = undefined
      if (isTokenRefused && request.reach) request.reach.mayHaveArrived = false
      if (!isTokenRefused || !isFirst) return response
    }
  }
}

const cookiesOf = (response: HttpResponse): string => [...cookiesIn(response).values()].join('; ')
