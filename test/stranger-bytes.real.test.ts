import { once } from 'node:events'
import { connect } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

/** `STRANGER_RUNS` sets how many requests are sent; a failing run prints the seed that repeats it. */
const runs = Number(process.env.STRANGER_RUNS ?? 300)
const maxGrowth = 150

const doi = { doiEndpoint: 'http://127.0.0.1:9/orders', doiUsername: 'us', doiPassword: 'secret-1' }
const json = '{"name":"x","provider":"Custom","connectionMethod":"api","credentials":{}}'

/** Requests of someone without any right, as bytes. */
const requests = (connectionId: string): readonly Buffer[] => {
  const head = (line: string, headers: readonly string[]) => `${line} HTTP/1.1\r\nHost: localhost\r\n${headers.join('\r\n')}\r\n\r\n`
  const post = (path: string, type: string, body: string, ...more: readonly string[]) =>
    head(`POST ${path}`, [`Content-Type: ${type}`, `Content-Length: ${body.length}`, ...more]) + body
  const chunked = `${head(`POST /doi/${connectionId}`, ['Content-Type: text/xml', 'Transfer-Encoding: chunked'])}5\r\n<cXML\r\n2\r\n/>\r\n0\r\n\r\n`
  const reads = ['/healthz', '/readyz', '/metrics', '/openapi.json', '/docs', '/admin/queues', '/api/v1/erp/connections?limit=5', '/doi/x']
  return [
    ...reads.map((path) => head(`GET ${path}`, ['Accept: */*'])),
    post(`/doi/${connectionId}`, 'text/xml', '<?xml version="1.0"?><cXML payloadID="1"><Header/></cXML>'),
    post('/doi/erp_0000000000000000', 'multipart/form-data; boundary=x', '--x\r\n\r\na\r\n--x--'),
    chunked,
    post('/api/v1/erp/connections', 'application/json', json, 'Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOjQyfQ.xxxx'),
    post('/api/v1/erp/connections', 'application/json', json, 'Authorization: Basic dXM6c2VjcmV0'),
    post('/make-server-6fcaeea3/erp/connections', 'application/json', json, 'Authorization: Bearer wrong'),
    head('PUT /admin/queues/api/queues/erp-sync/pause', ['Origin: http://localhost', 'Content-Length: 0']),
  ].map((text) => Buffer.from(text, 'latin1'))
}

/** Sends the bytes and ends. Resolves with the statuses of all answers, when the server has ended too. */
async function statusesFor(url: string, bytes: Buffer): Promise<readonly number[]> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.on('error', () => {}) // the server may close first
  let answer = ''
  socket.on('data', (data) => {
    answer += data.toString('latin1')
  })
  socket.end(bytes)
  await once(socket, 'close')
  return [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
}

test('whatever bytes strangers send to any route, no answer is a 5xx, and the memory of the API does not grow', async () => {
  await using stack = await startStack({ workers: 0 })
  const { id } = await stack.connect({
    connectionMethod: 'doi',
    credentials: doi,
    settings: { enabledDataTypes: ['order_status'], inboundBasic: 'optional' },
  })
  const memory = async () => Number(/^process_resident_memory_bytes (\S+)/m.exec(await stack.metrics())?.[1]) / 1e6
  const whole = requests(id)
  const edit = fc.tuple(
    fc.nat(400),
    fc.nat(30),
    fc.oneof(fc.uint8Array({ maxLength: 20 }), fc.constantFrom('\r\n', '\0', '%00', '/../', ': ')),
  )
  const damaged = fc.tuple(fc.constantFrom(...whole), fc.array(edit, { maxLength: 3 })).map(([request, edits]) =>
    edits.reduce<Buffer>((bytes, [at, length, added]) => {
      const from = at % (bytes.length + 1)
      return Buffer.concat([bytes.subarray(0, from), Buffer.from(added as string), bytes.subarray(from + length)])
    }, request),
  )

  for (const request of whole) await statusesFor(stack.url, request)
  const before = await memory()
  const seen = new Set<number>()
  await fc.assert(
    fc.asyncProperty(fc.array(damaged, { minLength: 1, maxLength: 8 }), async (some) => {
      for (const status of (await Promise.all(some.map((bytes) => statusesFor(stack.url, bytes)))).flat()) seen.add(status)
      expect([...seen].filter((status) => status >= 500)).toEqual([])
    }),
    { numRuns: runs },
  )
  expect([...seen]).toEqual(expect.arrayContaining([200, 400, 401]))
  expect((await memory()) - before).toBeLessThan(maxGrowth)
  expect((await fetch(`${stack.url}/readyz`)).status).toBe(200)
})

test('without a right key the body of a request is not waited for', async () => {
  await using stack = await startStack({ workers: 0 })
  const { hostname, port } = new URL(stack.url)
  for (const path of ['/api/v1/erp/connections', '/make-server-6fcaeea3/erp/connections', '/admin/queues/api/queues/erp-sync/add']) {
    const socket = connect(Number(port), hostname)
    socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000\r\n\r\n{"a":`)
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect([path, answer.toString().split(' ')[1]]).toEqual([path, '401'])
    socket.destroy()
  }
})
