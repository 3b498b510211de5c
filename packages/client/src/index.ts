import createClient, { type Client } from 'openapi-fetch'
import { LinkspanError } from './linkspan-error.ts'
import type { components, paths } from './openapi.ts'

export { LinkspanError, type Problem } from './linkspan-error.ts'
export type { components, paths } from './openapi.ts'
export { type ERPConnectionTestPending, type ERPPreview, type ERPPushPreview, isPushPreview, isTestPending } from './unions.ts'

type Schemas = components['schemas']
export type ERPConnection = Schemas['ERPConnection']
export type ERPConnectionTestResult = Schemas['ERPConnectionTestResult']
export type ERPSyncConfiguration = Schemas['ERPSyncConfiguration']
export type ERPSyncLog = Schemas['ERPSyncLog']
export type ERPSyncStatistics = Schemas['ERPSyncStatistics']
export type ERPRecord = Schemas['ERPRecord']
export type ERPChoices = Schemas['ERPChoices']
export type ERPChange = Schemas['ERPChange']
export type ERPOverview = Schemas['ERPOverview']
export type ERPScheduleSlot = Schemas['ERPScheduleSlot']
export type ClientERPAssignment = Schemas['ClientERPAssignment']
export type SiteERPAssignment = Schemas['SiteERPAssignment']
export type AuditEvent = Schemas['AuditEvent']

export type LinkspanClient = Client<paths>

export interface LinkspanClientOptions {
  /** The URL of the API with its base path, as in `https://linkspan.example.com/api/v1`. */
  readonly baseUrl: string
  /** An API key's secret, or a signed JWT. A browser that has signed in needs none: it sends its cookie. */
  readonly token?: string
  /** Further headers of every request. */
  readonly headers?: Readonly<Record<string, string>>
  readonly fetch?: (request: Request) => Promise<Response>
}

/** Creates a client whose paths, parameters, bodies and answers have the types of the OpenAPI document. */
export const createLinkspanClient = ({ baseUrl, token, headers, fetch }: LinkspanClientOptions): LinkspanClient =>
  createClient<paths>({
    baseUrl,
    headers: { ...(token !== undefined && { authorization: `Bearer ${token}` }), ...headers },
    ...(fetch && { fetch }),
  })

interface Answer<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

/** Returns the body of an answer. Throws a `LinkspanError` if the request failed. */
export async function ok<Data>(answer: Promise<Answer<Data>>): Promise<Exclude<Data, undefined>> {
  const { data, error, response } = await answer
  if (!response.ok) throw new LinkspanError(response, error)
  return data as Exclude<Data, undefined>
}

/** The part of a list's query that says where the page begins. */
export interface PageStart {
  readonly cursor?: string
}

/** Yields every item of a list, page after page: `everyItem((start) => client.GET('/erp/sync-logs', { params: { query: { ...start } } }))`. */
export async function* everyItem<Item>(ask: (start: PageStart) => Promise<Answer<Item[]>>): AsyncGenerator<Item> {
  for (let start: PageStart | null = {}; start !== null; ) {
    const { data, error, response }: Answer<Item[]> = await ask(start)
    if (!response.ok) throw new LinkspanError(response, error)
    yield* data ?? []
    const cursor = response.headers.get('x-next-cursor')
    start = cursor === null ? null : { cursor }
  }
}
