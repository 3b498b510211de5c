import { systemClock } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import type { HttpRequest } from '../http/http-client.ts'
import { createResponse } from '../http/http-response.ts'
import type { SendState } from '../http/send-state.ts'
import { createCsrf } from './csrf.ts'

interface Answer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string | string[]>>
}

/** Gives these answers one after the other, and remembers what was sent. */
function sender(...answers: readonly Answer[]) {
  const sent: Omit<HttpRequest, 'url'>[] = []
  const exchange = async (url: URL, request: Omit<HttpRequest, 'url'> = {}) => {
    const { status, headers = {} } = answers[sent.length]!
    sent.push(request)
    return createResponse({ method: request.method ?? 'GET', url, status, headers, body: Buffer.from('{}') })
  }
  const send = createCsrf({ exchange }, { accept: 'application/json' }, systemClock)
  return {
    sent,
    write: (reach?: SendState) =>
      send(new URL('https://sap/S/'), new URL('https://sap/S/A'), { method: 'POST', body: '{}', ...(reach && { reach }) }),
  }
}
const token = (value: string, ...cookies: string[]): Answer => ({ status: 200, headers: { 'x-csrf-token': value, 'set-cookie': cookies } })
const required: Answer = { status: 403, headers: { 'x-csrf-token': 'Required' } }
const created: Answer = { status: 201 }

test('all cookies go with the token, the last of one name', async () => {
  const { sent, write } = sender(token('t', 'a=1; path=/', 'sap-XSRF_S4H=x==; HttpOnly', 'a=2'), created, created)
  expect((await write()).status).toBe(201)
  expect(sent[0]?.headers).toEqual({ accept: 'application/json', 'x-csrf-token': 'Fetch' })
  expect(sent[1]).toMatchObject({ method: 'POST', headers: { 'x-csrf-token': 't', cookie: 'a=2; sap-XSRF_S4H=x==' } })
  await write()
  expect(sent).toHaveLength(3)
})

test('a refused token is fetched anew, once', async () => {
  const { sent, write } = sender(token('t1'), required, token('t2'), created)
  expect((await write()).status).toBe(201)
  expect(sent[3]?.headers).toMatchObject({ 'x-csrf-token': 't2' })
  expect((await sender(token('t1'), required, token('t2'), required).write()).status).toBe(403)
})

test('a token that comes with an error counts', async () => {
  const { write } = sender({ ...token('t'), status: 500 }, created)
  expect((await write()).status).toBe(201)
})

test('no token is said, and asked for anew by the next write', async () => {
  const { write } = sender({ status: 200 }, { status: 401 }, token('t'), created)
  await expect(write()).rejects.toMatchObject({ code: 'setup.answer-unexpected' })
  await expect(write()).rejects.toMatchObject({ code: 'setup.credentials-rejected' })
  expect((await write()).status).toBe(201)
})

test('a single cookie is sent back too', async () => {
  const { sent, write } = sender({ status: 200, headers: { 'x-csrf-token': 't', 'set-cookie': 'SID=1; path=/' } }, created)
  await write()
  expect(sent[1]?.headers).toMatchObject({ cookie: 'SID=1' })
})

test('a write whose token was refused has had no effect, if no other token can be had', async () => {
  const { write } = sender(token('t1'), required, { status: 503 })
  const reach = { mayHaveArrived: true, leftAt: null }
  await expect(write(reach)).rejects.toMatchObject({ code: 'remote.unavailable' })
  expect(reach).toEqual({ mayHaveArrived: false, leftAt: null })
})
