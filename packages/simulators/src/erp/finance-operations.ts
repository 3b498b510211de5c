import { controlPrefix } from '../control-routes.ts'
import { type Dataset, type DatasetOptions, toDataset } from '../dataset.ts'
import { type Answer, type Exchange, json, text } from '../exchange.ts'
import { type Simulator, startServer } from '../serve.ts'
import { createWriteRecorder, type WriteLog } from '../write-log.ts'
import { answerCollection, isVisible, shownOf } from './fo/answer-collection.ts'
import { describeSets } from './fo/describe-sets.ts'
import { createFoAuth, type FoAuth } from './fo/fo-auth.ts'
import { badQuery, FoError, toErrorAnswer, unknownSegment } from './fo/fo-error.ts'
import { createFoStore, type Fields, type FoStore, keyOf, type SetName, setNames, setShapes } from './fo/fo-store.ts'
import { createPosting, type FoPosting } from './fo/post-order.ts'
import { companies, seed } from './fo/seed.ts'
import { createOrderWriter, type OrderWriter } from './fo/write-order.ts'
import { answerBatch, type InnerRequest } from './odata/answer-batch.ts'

export interface FinanceOperationsOptions {
  readonly dataset?: Dataset | DatasetOptions
  readonly port?: number
  readonly host?: string
  readonly latencyMs?: number
  /** The most rows of a page. Default: 10,000. The caller may ask for fewer. */
  readonly pageSize?: number
  /** Whether a full page is always followed by another one, which may be empty. Default: false. */
  readonly announcesAfterFullPage?: boolean
  /** Entity sets that the environment does not have. */
  readonly hides?: readonly SetName[]
  /** Whether orders are also in the entity sets of newer releases, `SalesOrderHeadersV4` and `SalesOrderLinesV3`. Default: false. */
  readonly isNew?: boolean
  /** Whether orders come with their number. Default: false, they are numbered here. */
  readonly hasManualNumbers?: boolean
}

export interface FinanceOperations extends Simulator, FoPosting {
  readonly store: FoStore
  readonly auth: FoAuth
  readonly writeLog: WriteLog
  readonly clientId: string
  readonly clientSecret: string
  readonly tenantId: string
  readonly tokenUrl: string
  readonly companies: readonly string[]
}

const logon = { clientId: '5d1a7c3e-client', clientSecret: 'Streng~geheim.7' }
const tenantId = 'contoso.example'
/** The company of the user that the application is entered with. */
const ownCompany = 'dat'
const newNames = { SalesOrderHeadersV4: 'SalesOrderHeadersV2', SalesOrderLinesV3: 'SalesOrderLines' } as const

/**
 * Starts an environment of Finance and Operations with its OData entities below `/data`, and the token endpoint of Microsoft Entra. The
 * data are in the legal entity `usmf`; `demf` has a few of the same numbers, and the user's own company has nothing.
 */
export async function startFinanceOperations(options: FinanceOperationsOptions = {}): Promise<FinanceOperations> {
  const { pageSize = 10_000, announcesAfterFullPage = false, hides = [], isNew = false, hasManualNumbers = false } = options
  let latest = Date.now()
  const now = (): string => {
    latest = Math.max(Date.now(), latest + 1)
    return new Date(latest).toISOString()
  }
  let number = 100_000
  const nextNumber = () => String(++number).padStart(9, '0')
  const store = createFoStore(now)
  seed(store, toDataset(options.dataset))
  const names = new Map<string, SetName>(
    [...setNames.map((name) => [name, name] as const), ...(isNew ? Object.entries(newNames) : [])].filter(
      ([, set]) => !hides.includes(set),
    ),
  )
  const auth = createFoAuth(logon)
  const recorder = createWriteRecorder()
  const writer = createOrderWriter({
    store,
    recorder,
    ownCompany,
    hasManualNumbers,
    nextNumber: () => `SO-${nextNumber()}`,
  })

  function answer(exchange: Exchange): Answer {
    return auth.refusalOf(exchange) ?? inWords(() => answerBelow(exchange, exchange.path.replace(/^\/data\/?/, '')))
  }

  function answerBelow(exchange: Exchange, path: string): Answer {
    const root = `${exchange.origin}/data`
    if (path === '$metadata') return text(describeSets(names), 'application/xml')
    if (path === '$batch') {
      const unsupported = (message: string) => new FoError(415, 'Microsoft.OData.ODataException', message)
      return answerBatch(exchange, { atomically: writer.atomically, answer: answerInner, unsupported })
    }
    const [, name = '', key] = /^(\w+)(?:\((.*)\))?$/.exec(path) ?? []
    const set = names.get(name)
    if (set === undefined) throw unknownSegment(name || path)
    const context = `${root}/$metadata#${name}`
    if (exchange.method !== 'GET') return answerWrite(writer, exchange, { set, key, context, url: `${root}/${name}` })
    if (key === undefined)
      return answerCollection(exchange, { store, set, url: `${root}/${name}`, context, pageSize, announcesAfterFullPage, ownCompany })
    const entity = store[set].get(keyOf(set, keyIn(key, set)))
    if (!entity || !isVisible(entity, exchange.query, ownCompany)) throw new FoError(404, 'System.Exception', 'No resource was found.')
    return json({ '@odata.context': `${context}/$entity`, ...shownOf(entity) })
  }

  function answerInner({ method, target, headers, body }: InnerRequest): Answer {
    const url = new URL(target, 'http://inner/data/')
    const exchange = { method, path: url.pathname, rawPath: url.pathname, rawQuery: url.search.slice(1), query: url.searchParams }
    return inWords(() =>
      answerBelow(
        { ...exchange, headers, body, origin: '', takeFault: () => undefined },
        decodeURIComponent(url.pathname).replace(/^\/data\//, ''),
      ),
    )
  }

  const server = await startServer({
    routes: [
      { method: 'POST', path: /\/oauth2\/v2\.0\/token$/, answer: auth.issueToken },
      { path: /^\/data(\/|$)/, answer },
    ],
    controls: [{ method: 'GET', path: `${controlPrefix}writes`, answer: () => json(recorder.writeLog.summary()) }],
    describeRefusal: ({ status, message }) => toErrorAnswer({ status, type: 'System.Exception', message }),
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
    companies: companies.map(([id]) => id),
  })
}

function inWords(work: () => Answer): Answer {
  try {
    return work()
  } catch (error) {
    if (error instanceof FoError) return toErrorAnswer(error)
    throw error
  }
}

/** The parts of a key, all of which must be there. */
function keyIn(text: string, set: SetName): Fields {
  const parts = Object.fromEntries(
    [...text.matchAll(/(\w+)='((?:[^']|'')*)'/g)].map(([, name = '', value = '']) => [name, value.replaceAll("''", "'")]),
  )
  const missing = setShapes[set].keys.find((key) => parts[key] === undefined)
  if (missing !== undefined) throw badQuery(`The number of keys specified in the URI does not match: '${missing}' is missing.`)
  return parts
}

interface Target {
  readonly set: SetName
  readonly key: string | undefined
  readonly url: string
  readonly context: string
}

function answerWrite(writer: OrderWriter, { method, body, headers, query }: Exchange, { set, key, url, context }: Target): Answer {
  if (method === 'POST' && key === undefined && (set === 'SalesOrderHeadersV2' || set === 'SalesOrderLines')) {
    const created = set === 'SalesOrderLines' ? writer.createLine(parsed(body)) : writer.createHeader(parsed(body))
    return json(
      { '@odata.context': `${context}/$entity`, ...created },
      { status: 201, headers: { location: `${url}(${keyTextOf(created, set)})` } },
    )
  }
  if (set !== 'SalesOrderHeadersV2' || key === undefined) throw new FoError(405, 'System.Exception', `${method} is not allowed for ${set}.`)
  const parts = keyIn(key, set)
  if (query.get('cross-company') !== 'true' && parts.dataAreaId !== ownCompany)
    throw new FoError(404, 'System.Exception', 'No resource was found.')
  if (method === 'PATCH') writer.change(parts, parsed(body), headers['if-match'])
  else if (method === 'DELETE') writer.remove(parts, headers['if-match'])
  else throw new FoError(405, 'System.Exception', `${method} is not allowed here.`)
  return { status: 204, headers: {}, body: '' }
}

const keyTextOf = (fields: Fields, set: SetName): string => setShapes[set].keys.map((key) => `${key}='${fields[key]}'`).join(',')

function parsed(body: string): Fields {
  try {
    const sent: unknown = JSON.parse(body)
    if (typeof sent === 'object' && sent !== null && !Array.isArray(sent)) return sent as Fields
  } catch {
    // it is refused below
  }
  throw badQuery('The body is not a JSON object.')
}
