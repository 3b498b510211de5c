import fc from 'fast-check'
import { aConnection, compat, secretsOf } from '../harness.ts'
import { createValues, type Hints, type Schema, type Schemas } from './from-schema.ts'
import { hostileBody, hostileText } from './hostile.ts'

export interface FuzzRequest {
  readonly method: string
  /** Contains `@kind:n@` in place of existing ids. */
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** The statuses that the document declares; null if the request is not in the document. */
  readonly documented: readonly number[] | null
}

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly schema: Schema
}

interface Operation {
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly description?: string
  readonly responses: Readonly<Record<string, unknown>>
}

export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Schemas }
}

export const kinds = ['erp', 'log', 'sync', 'test', 'assign'] as const
export type Kind = (typeof kinds)[number]

const living = (kind: Kind): fc.Arbitrary<string> => fc.nat(50).map((at) => `@${kind}:${at}@`)
const party = fc.constantFrom('acme', 'globex', 'a:b', 'c@d.e')

const hints: Hints = {
  erpConnectionId: living('erp'),
  clientId: party,
  siteId: party,
  credentials: fc.constantFrom(aConnection.credentials, { apiUrl: 'https://erp.example.com', apiKey: '********' }, { apiKey: null }, {}),
  settings: fc.constantFrom({}, { enabledDataTypes: ['products', 'inventory'] }, { syncSchedule: '0 2 * * *' }, { timeout: 1000 }),
  provider: fc.constantFrom('Custom', 'custom'),
  connectionMethod: fc.constant('api'),
  status: fc.constant('active'),
  dataType: fc.constantFrom('products', 'inventory'),
  direction: fc.constant('pull'),
  schedule: fc.constantFrom('0 2 * * *', '*/5 * * * *', '0 0 31 2 *', '@daily', '* * * * * *', '0 0 1-31/2 JAN-DEC MON#1', 'L'),
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'Mars/Olympus', 'America/Argentina/Buenos_Aires'),
  since: fc.constantFrom('2020-01-01T00:00:00Z', '2099-01-01', '1970-01-01T00:00:00.000+14:00'),
  sku: fc.constantFrom('A/1', 'P/1 ä'),
  recordId: fc.constantFrom('A/1@N', 'P/1 ä'),
  prefer: fc.constantFrom('respond-async', 'wait=0', 'wait=1', 'wait=-1', 'wait="1"', 'wait=1;x', 'wait', ',;=,,', 'handling=lenient'),
  'if-match': fc.constantFrom('*', '"1"', '"2"', 'W/"1"', '""', '"1", "2"', '1'),
  cursor: fc.constantFrom('AAAA', 'MTY5MDAwMDAwMDAwMC0w', 'MC0w', 'LQ', 'MTgwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMC0w'),
}

/** The kind of id that a path parameter names, by the segment before it. */
function kindOfPath(path: string, name: string): Kind | null {
  if (name === 'testId') return 'test'
  if (name === 'assignmentId') return 'assign'
  if (name !== 'id') return null
  if (path.includes('/sync-logs/')) return 'log'
  return path.includes('/erp/sync-configs/') ? 'sync' : 'erp'
}

const toText = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
const escapeText = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, ''))
    .replaceAll('%40', '@')
    .replaceAll('%3A', ':')
/** The characters that Node allows in a header: Latin-1 without control characters. */
const toHeader = (text: string): string => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, '')

const authorization = fc.oneof(
  { weight: 30, arbitrary: fc.constant(`Bearer ${secretsOf.admin}`) },
  { weight: 4, arbitrary: fc.constantFrom(`Bearer ${secretsOf.operator}`, `Bearer ${secretsOf.viewer}`, `bearer  ${secretsOf.viewer} `) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'Bearer', 'Bearer a.b.c', 'Bearer eyJhbGciOiJub25lIn0.e30.', 'Basic Og==', 'Basic %%%', 'Digest x'),
  },
  { weight: 1, arbitrary: hostileText.map(toHeader) },
)

const rawSegment = fc.constantFrom(
  '%00',
  '%zz',
  '%',
  '%ff%fe',
  '%c0%af',
  '..',
  '%2e%2e',
  '%2f',
  '%0d%0a',
  '*',
  ':id',
  "'",
  ';a=b',
  '%F0%9F%A6%84',
)

/** Generates requests for every operation of the document: valid, almost valid, and hostile ones. */
export function requestsOf(document: OpenApi): fc.Arbitrary<FuzzRequest> {
  const values = createValues(document.components.schemas, hints)

  const pathOf = (template: string, parameters: readonly Parameter[]): fc.Arbitrary<string> => {
    const segment = (name: string): fc.Arbitrary<string> => {
      const kind = kindOfPath(template, name)
      const schema = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema ?? {}
      const fitting = values(schema, name).map(toText).map(escapeText)
      return fc.oneof(
        { weight: 12, arbitrary: kind ? living(kind) : fitting },
        { weight: 1, arbitrary: fitting },
        { weight: 1, arbitrary: fc.oneof(hostileText.map(escapeText), rawSegment, fc.constantFrom(...kinds).chain(living)) },
      )
    }
    const parts = template.split('/').map((part) => (part.startsWith('{') ? segment(part.slice(1, -1)) : fc.constant(part)))
    return fc.tuple(fc.boolean(), fc.tuple(...parts)).map(([second, made]) => {
      const path = made.join('/')
      return second ? path.replace(/^\/api\/v1/, compat) : path
    })
  }

  const queryOf = (parameters: readonly Parameter[]): fc.Arbitrary<string> => {
    const known = parameters.filter((parameter) => parameter.in === 'query')
    const pairs = fc.record(Object.fromEntries(known.map(({ name, schema }) => [name, values(schema, name).map(toText)])), {
      requiredKeys: [],
    })
    const twice = fc.constantFrom(...known.map(({ name }) => `${name}=1&${name}=2`), '__proto__=1', 'a[b]=c', '%', '&&==', 'limit')
    const written = pairs.map((found) =>
      Object.entries(found)
        .map(([name, value]) => `${name}=${escapeText(value as string)}`)
        .join('&'),
    )
    return fc.oneof({ weight: 12, arbitrary: written }, { weight: 1, arbitrary: twice }).map((query) => (query === '' ? '' : `?${query}`))
  }

  const headersOf = (parameters: readonly Parameter[]): fc.Arbitrary<Record<string, string>> => {
    const known = parameters.filter((parameter) => parameter.in === 'header')
    const own = Object.fromEntries(known.map(({ name, schema }) => [name, values(schema, name).map(toText).map(toHeader)]))
    const common = {
      'x-request-id': hostileText.map(toHeader),
      'user-agent': hostileText.map(toHeader),
      accept: fc.constantFrom('text/html', 'application/xml', '*/*;q=0', 'garbage'),
      'x-forwarded-for': fc.constantFrom('10.0.0.1', 'garbage', '::1, 127.0.0.1'),
      origin: fc.constantFrom('null', 'https://evil.example', 'not a url'),
    }
    const some = fc.record(common, { requiredKeys: [] })
    return fc
      .tuple(authorization, fc.record(own, { requiredKeys: [] }), fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, some))
      .map(([proof, mine, others]) => ({ ...(proof && { authorization: proof }), ...mine, ...others }) as Record<string, string>)
  }

  const bodyOf = ({ requestBody }: Operation): fc.Arbitrary<{ type: string | null; body: string | null }> => {
    const schema = requestBody?.content['application/json']?.schema
    const json = fc.constant('application/json')
    const type = fc.constantFrom(
      'application/json',
      'application/json; charset=utf-8',
      'application/vnd.x+json',
      'text/plain',
      'application/json;;',
      '',
    )
    const none = fc.constant({ type: null, body: null })
    const raw = fc.record({ type, body: hostileBody })
    if (!schema) return fc.oneof({ weight: 12, arbitrary: none }, { weight: 1, arbitrary: raw })
    const written = fc.record({ type: json, body: values(schema).map((value) => JSON.stringify(value) ?? '') })
    return fc.oneof({ weight: 20, arbitrary: written }, { weight: 1, arbitrary: none }, { weight: 2, arbitrary: raw })
  }

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  )
  const requests = operations.map(({ path, method, operation }) => {
    const { parameters = [], responses } = operation
    const documented = Object.keys(responses).map(Number)
    const other = fc.constantFrom('PUT', 'OPTIONS', 'HEAD', 'TRACE', 'PROPFIND', 'GET', 'POST', 'PATCH')
    return fc
      .record({
        method: fc.oneof({ weight: 40, arbitrary: fc.constant(method) }, { weight: 1, arbitrary: other }),
        path: pathOf(path, parameters),
        query: queryOf(parameters),
        headers: headersOf(parameters),
        content: bodyOf(operation),
      })
      .map((made) => ({
        method: made.method,
        url: `${made.path}${made.query}`,
        headers: { ...made.headers, ...(made.content.type && { 'content-type': made.content.type }) },
        body: made.content.body,
        documented: made.method === method ? documented : null,
      }))
  })
  return fc.oneof(...requests, outside)
}

const outside: fc.Arbitrary<FuzzRequest> = fc
  .record({
    method: fc.constantFrom('GET', 'GET', 'HEAD', 'POST', 'OPTIONS'),
    url: fc.oneof(
      fc.constantFrom(
        '/',
        '/docs',
        '/docs/json',
        '/openapi.json',
        '/metrics',
        '/admin/queues',
        '/admin/queues/api/queues',
        '/nothing',
        '//',
        '/%',
      ),
      fc.constantFrom('erp-sync', 'erp-test', 'constructor', '__proto__').map((name) => `/admin/queues/queue/${name}`),
      fc
        .tuple(fc.constantFrom('erp-sync', 'none', '__proto__'), hostileText)
        .map(([queue, id]) => `/admin/queues/api/queues/${queue}/${escapeText(id)}`),
      hostileText.map((text) => `/admin/queues/api/queues?activeQueue=erp-sync&status=${escapeText(text)}&page=${escapeText(text)}`),
      hostileText.map((text) => `/docs/static/${escapeText(text)}`),
    ),
    headers: authorization.map((proof): Record<string, string> => (proof ? { authorization: proof } : {})),
  })
  .map((made) => ({ ...made, body: null, documented: null }))
