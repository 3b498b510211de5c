import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aConnection, type Bench, startBench, type Who } from './testing/bench.ts'
import { hostile, type JsonSchema, schemaArbitrary } from './testing/schema-arbitrary.ts'

/** A failure names its seed; `FUZZ_SEED=… vitest run apps/api/src/fuzz` sends the same requests again. */
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
const requests = 20_000
const atOnce = 25

let bench: Bench
const known: unknown[] = []
beforeAll(async () => {
  bench = await startBench({ RATE_LIMIT: '0' })
  const create = (url: string, payload: object) => bench.as('admin', { method: 'POST', url: `/api/v1${url}`, payload })
  for (let count = 0; count < 3; count += 1) {
    const { id } = (await create('/erp/connections', { ...aConnection, settings: { enabledDataTypes: ['products', 'inventory'] } })).json()
    const config = (await create('/erp/sync-configs', { erpConnectionId: id, dataType: 'products', schedule: '0 2 * * *' })).json()
    const log = (await create(`/erp/connections/${id}/sync`, { dataType: 'inventory' })).json()
    known.push(id, config.id, log.id)
  }
  known.push('acme', 'products', 'inventory')
})
afterAll(() => bench[Symbol.asyncDispose]())

interface Operation {
  readonly method: string
  readonly path: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: JsonSchema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> }
}

/** Server-sent events stay open for as long as a run does, and are tested where runs are. */
const isShort = ({ path }: Operation) => !path.endsWith('/events') && !path.endsWith('/test') && !path.endsWith('/test-enhanced')

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const encoded = (value: unknown): string =>
  encodeURIComponent(
    text(value)
      .toString()
      .replace(/[\ud800-\udfff]/g, '?'),
  )

test('no request, however hostile, is answered with a failure of ours', async () => {
  const document = (await bench.app.inject('/openapi.json')).json()
  const root = document.components
  const operations: Operation[] = Object.entries<Record<string, Operation>>(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method, path })),
  )
  const request = fc.constantFrom(...operations.filter(isShort)).chain((operation) => {
    const parameters = operation.parameters ?? []
    const valuesFor = (name: string, schema: JsonSchema) =>
      /id$|dataType|sku/i.test(name)
        ? fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...(operation.method === 'delete' ? ['acme'] : known)) },
            { weight: 1, arbitrary: hostile },
          )
        : schemaArbitrary(schema, root)
    const fields = (place: string) =>
      fc.record(
        Object.fromEntries(parameters.filter((one) => one.in === place).map(({ name, schema }) => [name, valuesFor(name, schema)])),
        place === 'path' ? {} : { requiredKeys: [] },
      ) as fc.Arbitrary<Record<string, unknown>>
    const schema = operation.requestBody?.content['application/json']?.schema
    return fc.record({
      operation: fc.constant(operation),
      path: fields('path'),
      query: fields('query'),
      body: schema ? schemaArbitrary(schema, root) : fc.constant(undefined),
      erpConnectionId: fc.constantFrom(...known),
      who: fc.constantFrom<Who>('admin', 'admin', 'admin', 'operator', 'viewer'),
      contentType: fc.constantFrom(
        'application/json',
        'application/json',
        'application/json',
        'text/plain',
        'application/json; charset=latin1',
      ),
    })
  })

  type Asked = typeof request extends fc.Arbitrary<infer Value> ? Value : never
  const ask = async ({ operation, path, query, body, erpConnectionId, who, contentType }: Asked) => {
    const filled = operation.path.replace(/\{(\w+)\}/g, (_, name: string) => encoded(path[name]) || '-')
    const search = Object.entries(query)
      .map(([name, value]) => `${encodeURIComponent(name)}=${encoded(value)}`)
      .join('&')
    const owned = typeof body === 'object' && body !== null && 'erpConnectionId' in body ? { ...body, erpConnectionId } : body
    const response = await bench.as(who, {
      method: operation.method.toUpperCase() as 'GET',
      url: search === '' ? filled : `${filled}?${search}`,
      ...(owned !== undefined && { payload: JSON.stringify(owned), headers: { 'content-type': contentType } }),
    })
    const { statusCode, headers } = response
    const isProblem = statusCode < 400 || headers['content-type'] === 'application/problem+json; charset=utf-8'
    if (statusCode < 300) successes += 1
    if (statusCode < 500 && isProblem) return null
    return {
      seed,
      status: statusCode,
      method: operation.method,
      url: filled.slice(0, 300),
      search: search.slice(0, 300),
      body: owned,
      answer: response.body.slice(0, 500),
    }
  }

  let successes = 0
  const failures: unknown[] = []
  const samples = fc.sample(request, { seed, numRuns: requests })
  let next = 0
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let sample = samples[next++]; sample && failures.length < 5; sample = samples[next++]) {
        const failure = await ask(sample)
        if (failure) failures.push(failure)
      }
    }),
  )
  expect(failures).toEqual([])
  expect(successes).toBeGreaterThan(requests / 20) // most of them do reach what is behind the validation
  expect((await bench.as('viewer', { url: '/api/v1/erp/overview' })).statusCode).toBe(200)
}, 120_000)
