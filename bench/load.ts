import autocannon from 'autocannon'

export interface LoadRequest {
  readonly path: string
  readonly body: string
}

/** Posts each request once, over so many connections at once; answers how many were answered a second. Any answer but 202 is an error. */
export async function postAll(
  url: string,
  requests: readonly LoadRequest[],
  connections: number,
  headers: Record<string, string>,
): Promise<number> {
  const share = Math.floor(requests.length / connections)
  let taken = 0
  let [begun, last, right] = [0, 0, 0]
  await new Promise<void>((resolve, reject) => {
    const load = autocannon(
      {
        url,
        connections,
        amount: share * connections,
        setupClient(client) {
          const own = requests.slice(taken, taken + share)
          taken += share
          client.setRequests(own.map(({ path, body }) => ({ method: 'POST', path, body, headers })))
        },
      },
      (error) => (error ? reject(error) : resolve()),
    )
    begun = performance.now()
    load.on('response', (_client, status) => {
      last = performance.now() // its own end is that of its sampling interval
      if (status === 202) right += 1
    })
  })
  if (right !== share * connections) throw new Error(`Only ${right} of ${share * connections} requests were answered with 202`)
  return right / ((last - begun) / 1000)
}
