import { controlPrefix } from '../control-routes.ts'
import { type Dataset, type DatasetOptions, toDataset } from '../dataset.ts'
import { type Answer, type Exchange, json } from '../exchange.ts'
import { type Simulator, startServer } from '../serve.ts'
import { createWriteRecorder, type WriteLog } from '../write-log.ts'
import { answerCollection, isVisible, withTime } from './fusion/answer-collection.ts'
import { answerDescribe } from './fusion/describe.ts'
import { createFusionAuth, type FusionAuth } from './fusion/fusion-auth.ts'
import { createFusionEdits, type FusionEdits } from './fusion/fusion-edits.ts'
import { FusionError, toErrorAnswer } from './fusion/fusion-error.ts'
import { type FusionQuery, parseFusionQuery, versionOf } from './fusion/fusion-query.ts'
import { childrenOf, etagOf, render } from './fusion/render.ts'
import { createFusionStore, type FusionStore, type ResourceName, resourceNames, shapeOf } from './fusion/resources.ts'
import { secondOf } from './fusion/row-table.ts'
import { seed } from './fusion/seed.ts'
import { createOrderWriter } from './fusion/write-order.ts'

export interface OracleFusionOptions {
  readonly dataset?: Dataset | DatasetOptions
  readonly port?: number
  readonly host?: string
  readonly latencyMs?: number
  /** The most rows of a page, whatever is asked for. Default: 499. */
  readonly pageSize?: number
  /** Whether a full page is always followed by another one, which may be empty. Default: false. */
  readonly announcesAfterFullPage?: boolean
  /** The most children that come with their parent. Default: 500. */
  readonly maxChildren?: number
  /** How long a new order is not found. Default: 0; the real one takes up to 30 s. */
  readonly appearsAfterMs?: number
  /** Attributes that cannot be asked for by, as in `salesOrdersForOrderHub.LastUpdateDate`. Default: none. */
  readonly unqueryable?: readonly string[]
  /** Whether `q` may have expressions, as since version 2 of the REST framework. Default: true. */
  readonly knowsExpressions?: boolean
}

export interface OracleFusion extends Simulator, FusionEdits {
  readonly store: FusionStore
  readonly auth: FusionAuth
  readonly writeLog: WriteLog
  readonly user: string
  readonly password: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  readonly tokenUrl: string
}

const logon = {
  user: 'linkspan.integration',
  password: 'Geheim+Fusion1',
  clientId: 'a1b2c3-client',
  clientSecret: 'idcscs-geheim.1',
  scope: 'https://fusion.example:443urn:opc:resource:consumer::all',
}
const resourcePath = /^\/(fscmRestApi|hcmRestApi)\/resources\/(?:11\.13\.18\.05|latest)\/(\w+)(?:\/([^/]+))?(?:\/child\/(\w+))?$/

/** Starts an Oracle Fusion with its REST API, and with the token endpoint of an identity domain. */
export async function startOracleFusion(options: OracleFusionOptions = {}): Promise<OracleFusion> {
  const {
    pageSize = 499,
    announcesAfterFullPage = false,
    maxChildren = 500,
    appearsAfterMs = 0,
    unqueryable = [],
    knowsExpressions = true,
  } = options
  let number = 7_000_000
  const nextNumber = () => String(++number)
  const store = createFusionStore(() => secondOf(Date.now()))
  seed(store, toDataset(options.dataset))
  const auth = createFusionAuth(logon)
  const recorder = createWriteRecorder()
  const writer = createOrderWriter({ store, recorder, nextNumber, appearsAfterMs })

  function answer(exchange: Exchange): Answer {
    const refused = auth.refusalOf(exchange)
    if (refused) return refused
    try {
      return answerAllowed(exchange)
    } catch (error) {
      if (error instanceof FusionError) return toErrorAnswer(error, versionOf(exchange))
      throw error
    }
  }

  function answerAllowed(exchange: Exchange): Answer {
    const [, api, name = '', key, child] = resourcePath.exec(exchange.path) ?? []
    if (!isResource(name) || shapeOf(name).api !== api) throw new FusionError(404, `The resource ${name} was not found.`)
    const url = `${exchange.origin}/${api}/resources/11.13.18.05/${name}`
    if (exchange.method !== 'GET') return answerWrite(exchange, name, key, url)
    if (key === 'describe') return answerDescribe(name, unqueryable)
    const query = parseFusionQuery(exchange, { maxLimit: pageSize, knowsExpressions })
    const shown = { name, shape: shapeOf(name), url, query, maxChildren }
    if (key === undefined) return answerCollection(exchange, { ...shown, store, announcesAfterFullPage, unqueryable })
    const row = store[name].get(key)
    if (!row || !isVisible(row)) throw new FusionError(404, `The row ${key} of ${name} was not found.`)
    if (child !== undefined) return answerChildren(childrenOf(row.fields, child), query)
    return json(render(withTime(row, name), shown), { headers: { etag: `"${etagOf(row)}"`, date: new Date().toUTCString() } })
  }

  function answerWrite(exchange: Exchange, name: ResourceName, key: string | undefined, url: string): Answer {
    if (name === 'salesOrdersForOrderHub' && exchange.method === 'POST' && key === undefined) return writer.create(exchange, url)
    if (name === 'salesOrdersForOrderHub' && exchange.method === 'PATCH' && key !== undefined) return writer.change(exchange, key, url)
    throw new FusionError(405, `The method ${exchange.method} is not allowed.`)
  }

  const server = await startServer({
    routes: [
      { method: 'POST', path: '/oauth2/v1/token', answer: auth.issueToken },
      { path: /^\/(fscm|hcm)RestApi\//, answer },
    ],
    controls: [{ method: 'GET', path: `${controlPrefix}writes`, answer: () => json(recorder.writeLog.summary()) }],
    describeRefusal: ({ status, message, code }) => toErrorAnswer({ status, message, code, path: undefined }, 4),
    ...(options.port !== undefined && { port: options.port }),
    ...(options.host !== undefined && { host: options.host }),
    ...(options.latencyMs !== undefined && { latencyMs: options.latencyMs }),
  })
  return Object.assign(server, createFusionEdits(store, nextNumber), {
    store,
    auth,
    writeLog: recorder.writeLog,
    ...logon,
    tokenUrl: `${server.url}/oauth2/v1/token`,
  })
}

const isResource = (name: string): name is ResourceName => (resourceNames as readonly string[]).includes(name)

function answerChildren(all: readonly unknown[], { offset, limit }: FusionQuery): Answer {
  const items = all.slice(offset, offset + limit)
  return json({ items, count: items.length, hasMore: offset + items.length < all.length, limit, offset })
}
