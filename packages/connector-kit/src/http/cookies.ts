import type { ErpHttp } from './erp-http.ts'
import type { HttpResponse } from './http-response.ts'

/** The cookies that an answer sets: `name=value` by name. */
export function cookiesIn({ headers }: Pick<HttpResponse, 'headers'>): ReadonlyMap<string, string> {
  const lines = [headers['set-cookie'] ?? []].flat() // a single one is no list
  const pairs = lines.map((line) => (line.split(';')[0] ?? '').trim()).filter((pair) => pair.includes('='))
  return new Map(pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair]))
}

/** Calls that bring the cookies of earlier answers along, so that a server keeps to one session. */
export function withCookies({ call }: Pick<ErpHttp, 'call'>): Pick<ErpHttp, 'call'> {
  const kept = new Map<string, string>()
  return {
    async call(url, request = {}) {
      const cookie = kept.size === 0 ? {} : { cookie: [...kept.values()].join('; ') }
      const response = await call(url, { ...request, headers: { ...request.headers, ...cookie } })
      for (const [name, pair] of cookiesIn(response)) kept.set(name, pair)
      return response
    },
  }
}
