import { AppError, type WriteOutcome } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { createResponse, type HttpResponse } from '../http/http-response.ts'
import type { SendState } from '../http/send-state.ts'
import { type BatchAnswer, batchJson } from './batch.ts'
import { type BatchCalls, type BatchedWrite, writeBatch } from './write-batch.ts'

const write = (reference: string): BatchedWrite => ({ reference, request: { method: 'POST', path: 'Orders', body: { reference } } })
const url = new URL('https://erp.example/$batch')
const answered = (status: number): HttpResponse => createResponse({ method: 'POST', url, status, headers: {}, body: Buffer.from('') })
const taken = (id: string, customerReference: string): BatchAnswer => ({
  id,
  status: 201,
  headers: {},
  text: JSON.stringify({ erpId: `ERP-${id}`, fields: { customerReference } }),
})

async function outcomeOf(response: HttpResponse): Promise<WriteOutcome> {
  if (response.status === 423) throw new AppError('remote.unavailable', 'Somebody has it open')
  if (response.status >= 400) return { kind: 'refused', reason: response.text }
  const record = batchJson({ id: null, status: 201, headers: {}, text: response.text }) as Extract<
    WriteOutcome,
    { kind: 'accepted' }
  >['record']
  return { kind: 'accepted', record: { ...record, erpVersion: null } }
}

/** A server that answers the whole batch with `status`, or with these answers. */
function serving(status: number, answers: readonly (BatchAnswer | undefined)[] | Error = []) {
  const sent: string[] = []
  const calls: BatchCalls = {
    async send(requests, reach: SendState) {
      reach.mayHaveArrived = true
      sent.push(...requests.map(({ id, path }) => `${id} ${path}`))
      return answered(status)
    },
    read() {
      if (answers instanceof Error) throw answers
      return answers
    },
    failureOf: (response) => new AppError('remote.unavailable', `HTTP ${response.status}`),
    outcomeOf,
  }
  return { calls, sent }
}

test('each record has the answer to its own request, and one that is refused beforehand is not sent', async () => {
  const refused: WriteOutcome = { kind: 'refused', reason: 'It has no lines' }
  const text = 'No such material'
  const { calls, sent } = serving(200, [
    taken('1', 'A'),
    { id: '2', status: 400, headers: {}, text },
    { id: '3', status: 423, headers: {}, text },
  ])
  expect(await writeBatch([write('A'), refused, write('B'), write('C')], calls)).toMatchObject([
    { kind: 'accepted', record: { erpId: 'ERP-1' } },
    refused,
    { kind: 'refused', reason: text },
    { kind: 'not-taken', error: { code: 'remote.unavailable' } },
  ])
  expect(sent).toEqual(['1 Orders', '2 Orders', '3 Orders'])
})

test('nothing is sent if nothing is left to send', async () => {
  const { calls, sent } = serving(500)
  expect(await writeBatch([{ kind: 'refused', reason: 'No' }], calls)).toEqual([{ kind: 'refused', reason: 'No' }])
  expect(sent).toEqual([])
})

test('of a record whose answer is missing, or shows another order, nobody knows', async () => {
  const { calls } = serving(200, [taken('1', 'B'), undefined])
  expect(await writeBatch([write('A'), write('B'), write('C')], calls)).toMatchObject([
    { kind: 'unknown', error: { message: expect.stringContaining('shows another order, of the reference B') } },
    { kind: 'unknown', error: { message: expect.stringContaining('what became of B') } },
    { kind: 'unknown', error: { message: expect.stringContaining('what became of C') } },
  ])
})

test.each([302, 408, 409, 500, 502, 503, 504])('after HTTP %d to the whole nobody knows of any record', async (status) => {
  const outcomes = await writeBatch([write('A'), write('B')], serving(status).calls)
  expect(outcomes.map(({ kind }) => kind)).toEqual(['unknown', 'unknown'])
})

test.each([400, 401, 403, 404, 413, 415, 429, 501])('HTTP %d to the whole concerns all records, and none was taken', async (status) => {
  await expect(writeBatch([write('A'), write('B')], serving(status).calls)).rejects.toThrow(`HTTP ${status}`)
})

test('after an answer that cannot be read, or none, nobody knows; unless nothing was sent', async () => {
  const { calls } = serving(200, new AppError('setup.answer-unexpected', 'No multipart'))
  const kinds = async (how: BatchCalls) => (await writeBatch([write('A'), write('B')], how)).map(({ kind }) => kind)
  expect(await kinds(calls)).toEqual(['unknown', 'unknown'])
  const lost = (mayHaveArrived: boolean): BatchCalls => ({
    ...calls,
    async send(_requests, reach) {
      reach.mayHaveArrived = mayHaveArrived
      throw new AppError('remote.unreachable', 'The connection broke')
    },
  })
  expect(await kinds(lost(true))).toEqual(['unknown', 'unknown'])
  await expect(kinds(lost(false))).rejects.toThrow('The connection broke')
})
