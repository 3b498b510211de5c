import autocannon from 'autocannon'

export interface LoadRequest {
  readonly path: string
  readonly body: string
}

/** Posts each request once over concurrent connections. Returns the answers per second; throws if any is not a 202. */
export async function postAll(
  url: string,
  requests: readonly LoadRequest[],
  connections: number,
  headers: Record<string, string>,
): Promise<number> {
  const share = Math.floor(requests.length / connections)
  let assigned = 0
  let [begun, last, accepted] = [0, 0, 0]
  await new Promise<void>((resolve, reject) => {
    const load = autocannon(
      {
        url,
        connections,
        amount: share * connections,
        setupClient(client) {
          const own = requests.slice(assigned, assigned + share)
          assigned += share
          client.setRequests(own.map(({ path, body }) => ({ method: 'POST', path, body, headers })))
        },
      },
      (error) => (error ? reject(error) : resolve()),
    )
    begun = performance.now()
    load.on('response', (_client, status) => {
      last = performance.now() // autocannon itself ends only with its sampling interval
      if (status === 202) accepted += 1
    })
  })
  if (accepted !== share * connections) throw new Error(`Only ${accepted} of ${share * connections} requests were answered with 202`)
  return accepted / ((last - begun) / 1000)
}
