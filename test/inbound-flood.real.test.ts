import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const credentials = { doiEndpoint: 'http://127.0.0.1:9/orders', doiUsername: 'us', doiPassword: 'secret-1' }
const right = `Basic ${Buffer.from('us:secret-1').toString('base64')}`
const wrong = `Basic ${Buffer.from('us:wrong').toString('base64')}`

/** Sends the head of a request, and `body` of a body that is announced as longer. Resolves with the status of the answer. */
function withhold(url: string, headers: Readonly<Record<string, string>>, body = '<a>') {
  const { hostname, port, pathname } = new URL(url)
  const socket = connect(Number(port), hostname)
  const lines = Object.entries({ host: hostname, 'content-type': 'text/xml', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST ${pathname} HTTP/1.1\r\n${lines.join('')}\r\n${body}`)
  const status = new Promise<number>((resolve, reject) => {
    socket.once('data', (data) => resolve(Number(data.toString().split(' ')[1])))
    socket.once('error', reject)
  })
  return { status, end: () => socket.destroy() }
}
const announced = (bytes: number) => ({ 'content-length': String(bytes) })

test('strangers are refused before their body is read, and cannot take the room of partners', async () => {
  await using stack = await startStack({ workers: 0 })
  const doi = async (inboundBasic: string) => {
    const { id } = await stack.connect({
      connectionMethod: 'doi',
      credentials,
      settings: { enabledDataTypes: ['order_status'], inboundBasic },
    })
    return `${stack.url}/doi/${id}`
  }
  const [strict, lenient] = [await doi('required'), await doi('optional')]

  expect(await withhold(`${stack.url}/doi/erp_0000000000000000`, announced(9_900_000)).status).toBe(404)
  expect(await withhold(strict, announced(9_900_000)).status).toBe(401)
  expect(await withhold(strict, { authorization: wrong, ...announced(9_900_000) }).status).toBe(401)
  expect(await withhold(lenient, announced(2_000_000)).status).toBe(413)
  const chunk = `${(1_100_000).toString(16)}\r\n${'a'.repeat(1_100_000)}`
  expect(await withhold(lenient, { 'transfer-encoding': 'chunked' }, chunk).status).toBe(413)

  const strangers = Array.from({ length: 30 }, () => withhold(lenient, announced(1_000_000)))
  expect(await Promise.race(strangers.map(({ status }) => status))).toBe(429)
  const partner = await fetch(strict, { method: 'POST', headers: { 'content-type': 'text/xml', authorization: right }, body: '<a' })
  expect(partner.status).toBe(400)
  for (const { end } of strangers) end()
})

test('what fails is counted before the work, by address, and does not lock out who is proven', async () => {
  await using stack = await startStack({ workers: 0, env: { RATE_LIMIT: '600' } })
  const { id } = await stack.connect({ connectionMethod: 'doi', credentials, settings: { enabledDataTypes: ['order_status'] } })
  const send = async (authorization?: string) => {
    const headers = { 'content-type': 'text/xml', ...(authorization && { authorization }) }
    return (await fetch(`${stack.url}/doi/${id}`, { method: 'POST', headers, body: '<a' })).status
  }
  const statuses = await Promise.all(Array.from({ length: 20 }, () => send()))
  expect(statuses.filter((status) => status === 401)).toHaveLength(6)
  expect(statuses.filter((status) => status === 429)).toHaveLength(14)
  expect(await send(wrong)).toBe(429)
  expect(await send(right)).toBe(400)
})
