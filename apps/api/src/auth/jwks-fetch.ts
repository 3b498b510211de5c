import type { Stopwatch } from '@linkspan/core'
import type { FetchImplementation } from 'jose'

const backoffMs = 10_000

/** Fetches the keys that verify tokens. After a failure it fails at once for ten seconds, so that strangers' tokens do not cause a fetch each. */
export function jwksFetch(stopwatch: Stopwatch): FetchImplementation {
  let failure: { readonly reason: unknown; readonly until: number } | null = null
  return async (url, options) => {
    if (failure && stopwatch() < failure.until) throw failure.reason
    try {
      const response = await fetch(url, options)
      if (response.status !== 200) throw new Error(`The server of the keys answers ${response.status}`)
      failure = null
      return response
    } catch (reason) {
      failure = { reason, until: stopwatch() + backoffMs }
      throw reason
    }
  }
}
