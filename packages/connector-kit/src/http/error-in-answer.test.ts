import { expect, test } from 'vitest'
import { errorSign, toAnswerError } from './error-in-answer.ts'

test.each([
  [{ success: false, message: 'Query timed out', data: [] }, '"success": false'],
  [{ Success: 'false', Message: 'x' }, '"success": "false"'],
  [{ ok: false, results: [] }, '"ok": false'],
  [{ status: 'error', message: 'No database', data: [] }, '"status": "error"'],
  [{ status: 'FAILED', items: null }, '"status": "FAILED"'],
  [{ status: 'error' }, '"status": "error"'],
  [{ result: 'error', reason: 'Closed' }, '"result": "error"'],
  [{ error: 'Customer C1 is blocked' }, '"error": "Customer C1 is blocked"'],
  [{ error: true, message: 'x' }, '"error": true'],
  [{ jsonrpc: '2.0', id: 77, error: { code: -32000, message: 'x' } }, '"error": {"code":-32000,"message":"x"}'],
  [{ uuid: 'a', errors: [{ message: 'x' }] }, '"errors": [{"message":"x"}]'],
  [{ fault: { faultstring: 'Rate limit' } }, '"fault": {"faultstring":"Rate limit"}'],
  [{ success: false, id: 'req-8f3' }, '"success": false'],
  [{ errorCode: 'E17', message: 'No stock' }, '"errorcode": "E17"'],
  [{ code: 500, message: 'Internal', data: null }, '"code": 500'],
  [{ hasErrors: true, data: [] }, '"haserrors": true'],
  [{ meta: { status: 'error', message: 'x' }, data: [] }, '"status": "error"'],
  [{ status: { success: false, message: 'x' }, data: [] }, '"success": false'],
  [{ response: { ok: false } }, '"ok": false'],
  [[{ success: false, message: 'x' }], '"success": false'],
])('%j is a failure', (body, sign) => {
  expect(errorSign(body)?.sign).toBe(sign)
})

test.each([
  [[{ id: 1, status: 'failed' }]],
  [{ id: 77, orderNumber: 'SO-77', status: 'failed', total: '1.00' }],
  [{ data: { id: 77, orderNumber: 'SO-77', status: 'error' } }],
  [{ success: true, error: null, errors: [], data: [] }],
  [{ status: 'ok', error: '', message: 'No records found', data: [] }],
  [{ error: false, data: [] }],
  [{ error: { code: 0, message: 'OK' }, data: [] }],
  [{ errors: {}, errorCode: '0000', message: 'Success', data: [] }],
  [{ code: 200, message: 'OK', data: [] }],
  [{ status: 200, data: [] }],
  [{ errorMessage: '', data: [] }],
  [{ state: 'error', data: [{ id: 1 }] }],
  [{ id: 500, code: 500, name: 'Screw', message: 'Made to order' }],
  ['text'],
  [null],
  [[]],
])('%j is none', (body) => {
  expect(errorSign(body)).toBeNull()
})

const answer = (text: string) => ({ place: 'GET /x', status: 200, url: new URL('http://erp/x'), text })
const failure = (body: object) => {
  const found = errorSign(body)
  return found && toAnswerError(answer(JSON.stringify(body)), found)
}

test.each([
  [{ success: false, message: 'Query timed out' }, 'remote.unavailable'],
  [{ success: false, message: 'Too many requests' }, 'remote.throttled'],
  [{ success: false, message: 'Invalid token' }, 'setup.credentials-rejected'],
  [{ success: false, message: 'Access denied' }, 'setup.permission-missing'],
  [{ success: false, message: 'Item A is unavailable' }, 'setup.request-refused'],
  [{ error: { code: 503, message: 'x' }, status: 503, message: 'x' }, 'remote.unavailable'],
  [{ statusCode: 401, message: 'x' }, 'setup.credentials-rejected'],
])('%j is %s', (body, code) => {
  expect(failure(body)?.code).toBe(code)
})

test('the failure has the words of the ERP', () => {
  const error = failure({ success: false, message: 'Closed for stock-taking', data: [] })
  expect(error?.message).toBe('GET /x: the ERP reports a failure with HTTP 200 ("success": false): Closed for stock-taking')
  expect(error?.details).toMatchObject({ status: 200, answer: 'Closed for stock-taking', sign: '"success": false' })
})
