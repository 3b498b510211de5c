import type { ERPMappingEvaluation, ERPPreview } from '@linkspan/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Harness, startHarness, type Who } from './testing/harness.ts'

const api = '/api/v1'

let harness: Harness
let worker: AsyncDisposable
let connectionId: string
beforeAll(async () => {
  harness = await startHarness()
  worker = harness.work()
  const made = await harness.as('admin', { method: 'POST', url: `${api}/erp/connections`, payload: aConnection })
  connectionId = made.json().id
})
afterAll(async () => {
  await worker[Symbol.asyncDispose]()
  await harness[Symbol.asyncDispose]()
})

const get = async (url: string, who: Who = 'viewer') => (await harness.as(who, { url: `${api}${url}` })).json()
const ask = (payload: object, who: Who = 'operator') =>
  harness.as(who, { method: 'POST', url: `${api}/erp/mapping/evaluate`, payload: { connectionId, dataType: 'products', ...payload } })
async function evaluate(payload: object): Promise<ERPMappingEvaluation> {
  const response = await ask(payload)
  expect(response.statusCode, response.body.slice(0, 1000)).toBe(200)
  return response.json()
}
const auditCount = async (): Promise<number> => (await get('/audit-logs?limit=1000', 'admin')).length

test('what can be mapped to, and with what, is described for a form', async () => {
  const dataTypes = await get('/erp/data-types')
  expect(dataTypes.map(({ dataType }: { dataType: string }) => dataType).sort()).toEqual([
    'employees',
    'inventory',
    'invoices',
    'order_status',
    'orders',
    'products',
  ])
  const products = dataTypes.find(({ dataType }: { dataType: string }) => dataType === 'products')
  expect(products).toMatchObject({
    title: 'Products',
    naturalKey: ['sku'],
    schema: { type: 'object', required: ['sku', 'name'], properties: { price: { type: 'string', description: expect.any(String) } } },
    examples: [{ sku: expect.any(String) }],
  })
  const operations = await get('/erp/mapping-operations')
  expect(operations).toContainEqual({
    operation: 'pad',
    description: expect.any(String),
    value: expect.objectContaining({ type: 'object', required: ['length'] }),
    example: { value: expect.any(Object), before: '4711', after: '0000004711' },
  })
})

const inGerman = async (path: string) => {
  const answer = await harness.as('viewer', { url: `${api}${path}`, headers: { 'accept-language': 'de-AT,en;q=0.5' } })
  expect(answer.headers).toMatchObject({ 'content-language': 'de', vary: 'accept-language' })
  return answer.json()
}

test('the error catalogue says of each code who acts, and a problem and a failed run say it too, all in German to who prefers that', async () => {
  const catalog = await get('/erp/error-catalog')
  expect(catalog).toContainEqual({
    code: 'setup.credentials-rejected',
    title: 'The ERP refused the credentials',
    kind: 'setup',
    whoActs: 'administrator',
    causes: expect.stringContaining('password'),
    hint: expect.any(String),
    status: 409,
    retryable: false,
  })
  expect(await get('/erp/connections/erp_aaaaaaaaaaaaaaaa')).toMatchObject({
    code: 'request.not-found',
    kind: 'request',
    title: 'Not found',
  })
  const started = await harness.as('operator', {
    method: 'POST',
    url: `${api}/erp/connections/${connectionId}/sync`,
    payload: { dataType: 'products', mode: 'full', dryRun: true, mapping: { transformations: [{ field: 'sku', operation: 'number' }] } },
    headers: { prefer: 'wait=60' },
  })
  expect(started.json()).toMatchObject({
    status: 'error',
    errorDetails: { code: 'run.too-many-rejects', title: 'Too many records were rejected', kind: 'setup' },
  })
  const { id, errorMessage } = started.json()
  const title = 'Zu viele Datensätze wurden abgewiesen'
  expect(await inGerman('/erp/error-catalog')).toContainEqual(expect.objectContaining({ code: 'run.too-many-rejects', title }))
  expect(await inGerman('/erp/connections/erp_aaaaaaaaaaaaaaaa')).toMatchObject({ code: 'request.not-found', title: 'Nicht gefunden' })
  expect(await inGerman(`/erp/sync-logs/${id}`)).toMatchObject({ errorMessage, errorDetails: { title } })
  expect(await inGerman('/erp/sync-logs?limit=1')).toMatchObject([{ id, errorDetails: { title } }])
})

test('a mapping is tried on given rows: mapped, rejected with path and reason, or left out by a filter', async () => {
  const raw = [
    { sku: ' A-1 ', name: 'Mug', preis: '1.234,50' },
    { sku: 'A-2', name: 'Cup', preis: 'on request' },
    { sku: 'A-3', name: 'Old cup', preis: '1', state: 'gone' },
    { name: 'Nameless', preis: '2' },
  ]
  const before = await auditCount()
  const { records, ...counts } = await evaluate({
    raw,
    mapping: {
      fieldMapping: { price: 'preis', id: 'sku' },
      transformations: [
        { field: 'sku', operation: 'trim' },
        { field: 'price', operation: 'number', value: { decimal: ',', group: '.' } },
      ],
      filters: [
        { field: 'name', operator: 'exists' },
        { field: 'raw.state', operator: 'ne', value: 'gone' },
      ],
    },
  })
  expect(counts).toEqual({ dataType: 'products', accepted: 1, filtered: 1, rejected: 2 })
  expect(records[0]).toEqual({
    id: 'A-1',
    status: 'accepted',
    mapped: { sku: 'A-1', name: 'Mug', preis: '1.234,50', price: '1234.50' },
    record: expect.objectContaining({ sku: 'A-1', name: 'Mug', price: '1234.50' }),
    errors: [],
    shortened: false,
  })
  expect(records[1]).toMatchObject({ status: 'rejected', errors: [{ path: 'price', value: 'on request' }] })
  expect(records[2]).toMatchObject({
    status: 'filtered',
    record: null,
    filteredBy: { filter: 1, field: 'raw.state', operator: 'ne', value: 'gone' },
  })
  expect(records[3]).toMatchObject({ status: 'rejected', errors: [{ path: 'id' }] })
  expect(await auditCount()).toBe(before)
})

test('a trace shows the value of each field after each step, also of a list and of a step that fails', async () => {
  const { records } = await evaluate({
    raw: [{ sku: 'A-1', name: 'Mug', preis: ' 12,5 ', lang: 'de' }],
    mapping: {
      fieldMapping: { price: 'preis' },
      transformations: [
        { field: 'price', operation: 'trim' },
        { field: 'price', operation: 'replace', value: { search: ',', replacement: '.' } },
        { field: 'name', operation: 'jsonata', value: '$uppercase($value) & " " & lang' },
        { field: 'price', operation: 'boolean', value: { true: ['yes'] } },
      ],
    },
    trace: true,
  })
  const trace = new Map(records[0]?.trace?.map(({ field, ...traced }) => [field, traced]))
  expect(trace.get('price')).toEqual({
    found: null,
    from: 'preis',
    mapped: ' 12,5 ',
    steps: [
      { transformation: 0, operation: 'trim', value: '12,5' },
      { transformation: 1, operation: 'replace', value: '12.5' },
      { transformation: 3, operation: 'boolean', value: '12.5', error: 'is in neither list' },
    ],
  })
  expect(trace.get('name')).toMatchObject({ found: 'Mug', from: null, steps: [{ transformation: 2, value: 'MUG de' }] })
  expect(trace.get('id')).toMatchObject({ found: 'A-1', mapped: 'A-1' })
})

test('the result is that of a preview of the same rows with the same mapping', async () => {
  const mapping = { fieldMapping: { description: 'name' }, filters: [{ field: 'sku', operator: 'ne', value: 'P/3 ä' }] }
  const preview: ERPPreview = (
    await harness.as('operator', {
      method: 'POST',
      url: `${api}/erp/connections/${connectionId}/preview`,
      payload: { dataType: 'products', limit: 10, ...mapping },
    })
  ).json()
  const { records } = await evaluate({ raw: preview.records.map(({ raw }) => raw), mapping })
  expect(records.map(({ filteredBy: _, ...record }) => record)).toEqual(preview.records.map(({ raw: _, found: __, ...record }) => record))
  expect(preview.records.map(({ status }) => status)).toContain('filtered')
  expect(preview.records.map(({ status }) => status)).toContain('rejected')
})

test('for a connector that cannot read a row alone, what a preview has found is sent along', async () => {
  const url = `${api}/erp/connections/${connectionId}/preview`
  const preview: ERPPreview = (await harness.as('operator', { method: 'POST', url, payload: { dataType: 'inventory' } })).json()
  const raw = preview.records.map((record) => record.raw)
  const alone = await ask({ dataType: 'inventory', raw })
  expect(alone.statusCode).toBe(422)
  expect(alone.json().errors).toEqual([{ path: 'found', message: expect.any(String) }])
  const { records } = await evaluate({ dataType: 'inventory', raw, found: preview.records.map(({ found }) => found) })
  expect(records.map(({ record }) => record)).toEqual(preview.records.map(({ record }) => record))
  expect((await ask({ dataType: 'inventory', raw, found: [] })).statusCode).toBe(422)
})

test('an expression that never ends is stopped, and rejects the row', async () => {
  const { records } = await evaluate({
    raw: [{ sku: 'A-1', name: 'Mug' }],
    mapping: { transformations: [{ field: 'name', operation: 'jsonata', value: '($f := function($n) { $f($n + 1) }; $f(0))' }] },
  })
  expect(records[0]).toMatchObject({ status: 'rejected', errors: [{ path: 'name', message: expect.stringMatching(/takes/) }] })
})

test('a mapping is refused that names unknown fields, has no rows or more than a hundred, or comes from a viewer', async () => {
  const row = { sku: 'A-1', name: 'Mug' }
  const unknown = await ask({ raw: [row], mapping: { fieldMapping: { preis: 'price' } } })
  expect(unknown.json().errors[0].path).toBe('mapping.fieldMapping.preis')
  expect((await ask({ raw: [] })).statusCode).toBe(422)
  expect((await ask({ raw: Array.from({ length: 101 }, () => row) })).statusCode).toBe(422)
  expect((await ask({ raw: [row], mapping: { transformations: [{ field: 'sku', operation: 'explode' }] } })).statusCode).toBe(422)
  expect((await ask({ raw: [row] }, 'viewer')).statusCode).toBe(403)
  expect((await ask({ raw: [row], dataType: 'orders' })).statusCode).toBe(422)
  expect((await ask({ raw: [row], connectionId: 'erp_aaaaaaaaaaaaaaaa' })).statusCode).toBe(404)
})
