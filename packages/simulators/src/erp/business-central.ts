import { controlPrefix } from '../control-routes.ts'
import { type Dataset, type DatasetOptions, toDataset } from '../dataset.ts'
import { type Answer, type Exchange, json, text } from '../exchange.ts'
import { type Simulator, startServer } from '../serve.ts'
import { createWriteRecorder, type WriteLog } from '../write-log.ts'
import { answerBatch } from './bc/answer-batch.ts'
import { answerCollection, render } from './bc/answer-collection.ts'
import { type BcAuth, createBcAuth } from './bc/bc-auth.ts'
import { BcError, toErrorAnswer } from './bc/bc-error.ts'
import { describeStore } from './bc/bc-metadata.ts'
import { parseBcQuery } from './bc/bc-query.ts'
import { type BcStore, createBcStore, type Fields, linesOf, type SetName } from './bc/bc-store.ts'
import { createPosting, type Posting } from './bc/post-order.ts'
import { seed } from './bc/seed.ts'
import { createOrderWriter, type OrderWriter } from './bc/write-order.ts'

export interface BusinessCentralOptions {
  readonly dataset?: Dataset | DatasetOptions
  readonly port?: number
  readonly host?: string
  readonly latencyMs?: number
  /** The most rows of a page. Default: 1,000. The caller may ask for fewer. */
  readonly pageSize?: number
  /** Whether a full page is always followed by another one, which may be empty. Default: false. */
  readonly announcesAfterFullPage?: boolean
  /** Default: `CRONUS International` alone. */
  readonly companies?: readonly string[]
  /** Whether an order whose lines are refused leaves its header behind. Default: false. */
  readonly leavesHalves?: boolean
}

export interface BusinessCentral extends Simulator, Posting {
  readonly store: BcStore
  readonly auth: BcAuth
  readonly writeLog: WriteLog
  readonly clientId: string
  readonly clientSecret: string
  readonly user: string
  readonly key: string
  readonly tenantId: string
  readonly tokenUrl: string
  readonly companyId: string
}

const logon = { clientId: '0b7c4f6e-client', clientSecret: 'Sehr~geheim.1', user: 'LINKSPAN', key: 'wsk+Geheim=1' }
const tenantId = 'contoso.example'
const cloud = /^\/v2\.0\/contoso\.example\/production\/api\/v2\.0(?:\/|$)/i
const onPremises = /^\/BC\/api\/v2\.0(?:\/|$)/
const companyIdAt = (at: number) => `c0000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`

/**
 * Starts a Business Central with its API v2.0, as it is in the cloud (below `/v2.0`) and on premises (below `/BC`), and with the token endpoint
 * of Microsoft Entra. All companies show the same data.
 */
export async function startBusinessCentral(options: BusinessCentralOptions = {}): Promise<BusinessCentral> {
  const { pageSize = 1000, announcesAfterFullPage = false, companies = ['CRONUS International'], leavesHalves = false } = options
  let latest = Date.now()
  const now = (): string => {
    latest = Math.max(Date.now(), latest + 1)
    return new Date(latest).toISOString()
  }
  let number = 5_000_000
  const nextNumber = () => String(++number)
  const store = createBcStore(now)
  seed(store, toDataset(options.dataset))
  const auth = createBcAuth(logon)
  const recorder = createWriteRecorder()
  const writer = createOrderWriter({ store, recorder, nextNumber, leavesHalves })

  function answer(exchange: Exchange): Answer {
    const refused = auth.refusalOf(exchange)
    if (refused) return refused
    try {
      const root = (cloud.exec(exchange.path) ?? onPremises.exec(exchange.path))?.[0]
      if (root === undefined) throw new BcError(404, 'BadRequest_ResourceNotFound', `No HTTP resource was found at ${exchange.path}.`)
      return answerBelow(exchange, `${exchange.origin}${root.replace(/\/$/, '')}`, exchange.path.slice(root.length))
    } catch (error) {
      if (error instanceof BcError) return toErrorAnswer(error)
      throw error
    }
  }

  function answerBelow(exchange: Exchange, root: string, path: string): Answer {
    if (path === '$metadata') return text(describeStore(store), 'application/xml')
    if (path === '$batch') return answerBatch(exchange, (inner) => answerBelow({ ...exchange, ...inner }, root, inner.path))
    if (path === 'companies') {
      const value = companies.map((name, at) => ({ id: companyIdAt(at), name, displayName: name, systemVersion: '26.0' }))
      return json({ '@odata.context': `${root}/$metadata#companies`, value }, { headers: { date: new Date().toUTCString() } })
    }
    const [, company, name = '', id, rest] = /^companies\(([^)]+)\)\/(\w+)(?:\(([^)]+)\))?(?:\/(.+))?$/.exec(path) ?? []
    if (company === undefined || !companies.some((_, at) => companyIdAt(at) === company.toLowerCase()))
      throw new BcError(404, 'Internal_CompanyNotFound', `Cannot find the company ${company}.`)
    const set = setCalled(name)
    const base = { store, set, url: `${root}/companies(${company})/${set}`, context: `${root}/$metadata#companies(${company})/${set}` }
    if (exchange.method !== 'GET') return answerWrite(writer, exchange, { id, rest, ...base })
    if (id === undefined) return answerCollection(exchange, { ...base, pageSize, announcesAfterFullPage })
    const entity = store[set].get(id)
    if (!entity) throw new BcError(404, 'BadRequest_ResourceNotFound', `Could not find the ${set} with id ${id}.`)
    return json({ '@odata.context': `${base.context}/$entity`, ...render(store, set, entity, parseBcQuery(exchange.rawQuery)) })
  }

  const server = await startServer({
    routes: [
      { method: 'POST', path: /\/oauth2\/v2\.0\/token$/, answer: auth.issueToken },
      { path: /^\/(v2\.0|BC)\//, answer },
    ],
    controls: [{ method: 'GET', path: `${controlPrefix}writes`, answer: () => json(recorder.writeLog.summary()) }],
    describeRefusal: ({ status, message }) => toErrorAnswer({ status, message, code: codeOf(status) }),
    ...(options.port !== undefined && { port: options.port }),
    ...(options.host !== undefined && { host: options.host }),
    ...(options.latencyMs !== undefined && { latencyMs: options.latencyMs }),
  })
  return Object.assign(server, createPosting(store, nextNumber), {
    store,
    auth,
    writeLog: recorder.writeLog,
    ...logon,
    tenantId,
    tokenUrl: `${server.url}/${tenantId}/oauth2/v2.0/token`,
    companyId: companyIdAt(0),
  })
}

/** The code beside a status, as Business Central has it. */
function codeOf(status: number): string {
  if (status === 401) return 'Authentication_InvalidCredentials'
  if (status === 403) return 'Authorization_RequestDenied'
  if (status === 404) return 'BadRequest_ResourceNotFound'
  if (status === 429) return 'Application_TooManyRequests'
  return status === 503 ? 'Internal_TenantUnavailable' : status >= 500 ? 'Internal_ServerError' : 'BadRequest'
}

function setCalled(name: string): SetName {
  if (Object.values(linesOf).includes(name))
    throw new BcError(400, 'Application_DialogException', `You must specify an Id or a Document Id to get the lines (${name}).`)
  if (isSet(name)) return name
  throw new BcError(404, 'BadRequest_ResourceNotFound', `Resource not found for the segment '${name}'.`)
}

const sets: readonly string[] = [
  'items',
  'itemLedgerEntries',
  'customers',
  'employees',
  'salesOrders',
  'salesShipments',
  'salesInvoices',
  'salesCreditMemos',
  'companyInformation',
  'generalLedgerSetup',
]
const isSet = (name: string): name is SetName => sets.includes(name)

interface Target {
  readonly set: SetName
  readonly id: string | undefined
  readonly rest: string | undefined
  readonly url: string
  readonly context: string
}

function answerWrite(writer: OrderWriter, { method, body, headers }: Exchange, { set, id, rest, url, context }: Target): Answer {
  if (set !== 'salesOrders' || rest !== undefined)
    throw new BcError(405, 'BadRequest_MethodNotAllowed', `${method} is not allowed for ${set}.`)
  if (method === 'POST' && id === undefined) {
    const created = writer.create(parsed(body))
    return json({ '@odata.context': `${context}/$entity`, ...created }, { status: 201, headers: { location: `${url}(${created.id})` } })
  }
  if (id === undefined) throw new BcError(405, 'BadRequest_MethodNotAllowed', `${method} is not allowed here.`)
  if (method === 'PATCH') return json({ '@odata.context': `${context}/$entity`, ...writer.change(id, parsed(body), headers['if-match']) })
  if (method !== 'DELETE') throw new BcError(405, 'BadRequest_MethodNotAllowed', `${method} is not allowed here.`)
  writer.remove(id, headers['if-match'])
  return { status: 204, headers: {}, body: '' }
}

function parsed(body: string): Fields {
  try {
    const sent: unknown = JSON.parse(body)
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as Fields
  } catch {
    // it is refused below
  }
  throw new BcError(400, 'BadRequest', 'The body is not a JSON object.')
}
