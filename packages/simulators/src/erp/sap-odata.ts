import type { Refusal } from '../answer-with-fault.ts'
import { type Dataset, type DatasetOptions, toDataset } from '../dataset.ts'
import { erpControls } from '../erp-controls.ts'
import { createErpEdits, type ErpEdits } from '../erp-edits.ts'
import { type Answer, decodePath, type Exchange } from '../exchange.ts'
import { type Simulator, startServer } from '../serve.ts'
import { createWriteRecorder, type WriteLog } from '../write-log.ts'
import { answerBatch } from './odata/answer-batch.ts'
import { answerRead, type ReadSettings } from './sap/answer-read.ts'
import { answerWrite } from './sap/answer-write.ts'
import { createDeliveries, type Deliveries } from './sap/deliveries.ts'
import { ODataError, type ODataVersion, sapError } from './sap/odata-error.ts'
import { createSalesEvents, type SalesEvents } from './sap/sales-events.ts'
import { type CsrfSessions, createSapAuth } from './sap/sap-auth.ts'
import { findResource, type SapService, sapServices } from './sap/services.ts'

export interface SapODataOptions {
  readonly dataset?: Dataset | DatasetOptions
  readonly port?: number
  /** The address to listen on. Default: 127.0.0.1. */
  readonly host?: string
  readonly latencyMs?: number
  /** Default: `LINKSPAN` and `Geheim!1`. */
  readonly user?: string
  readonly password?: string
  /** The only SAP client of the system. Default: `100`. */
  readonly client?: string
  /** The server's page size. Default: 100. In V4 the caller may ask for a smaller one. */
  readonly pageSize?: number
  /**
   * Whether a full page is always followed by another one, which may be empty (docs/erp/sap-s4hana.md#an-empty-last-page). Default: true.
   */
  readonly announcesAfterFullPage?: boolean
  /**
   * Scheme and host in V2 links instead of the real ones, for example `https://internal-host:44300` (docs/erp/sap-s4hana.md#next-links).
   */
  readonly linkOrigin?: string
  /** Whether V4's `@odata.nextLink` is absolute (the default) or relative to the context. */
  readonly nextLinks?: 'absolute' | 'relative'
}

export interface SapOData extends Simulator, ErpEdits, SalesEvents {
  /** The data that it serves. Changes are visible at once. */
  readonly dataset: Dataset
  readonly deliveries: Deliveries
  readonly user: string
  readonly password: string
  readonly client: string
  readonly csrf: CsrfSessions
  readonly writeLog: WriteLog
}

/**
 * Starts an SAP S/4HANA Gateway: products, stock, sales orders, outbound deliveries and billing documents in OData V2, products and sales
 * orders in V4. Sales orders can be created, and their headers changed.
 */
export async function startSapOData(options: SapODataOptions = {}): Promise<SapOData> {
  const { user = 'LINKSPAN', password = 'Geheim!1', client = '100', pageSize = 100, announcesAfterFullPage = true } = options
  const { nextLinks = 'absolute', linkOrigin, port, host, latencyMs } = options
  const dataset = toDataset(options.dataset)
  const recorder = createWriteRecorder()
  const erpEdits = createErpEdits(dataset, recorder)
  const deliveries = createDeliveries(dataset)
  const services = sapServices(dataset, deliveries)
  const sapAuth = createSapAuth({ user, password, client })
  const settings: ReadSettings = { pageSize, announcesAfterFullPage, nextLinks, ...(linkOrigin !== undefined && { linkOrigin }) }

  function answer(exchange: Exchange): Answer {
    const version = versionOf(exchange.path)
    const refused = sapAuth.refusalOf(exchange, exchange.query.get('sap-client') ?? undefined)
    if (refused?.status === 401) return refused
    const token = sapAuth.tokenHeaders(exchange)
    const result = refused ?? answerAllowed(exchange, version)
    return { ...result, headers: { ...token, ...result.headers } }
  }

  function answerAllowed(exchange: Exchange, version: ODataVersion): Answer {
    try {
      const resource = findResource(services, exchange.path)
      if (!resource) throw new ODataError(403, '/IWFND/MED/170', `No service found for ${exchange.path}.`)
      if (resource.rest === '$batch' && exchange.method === 'POST') return answerParts(exchange, resource.service)
      const isRead = exchange.method === 'GET' || exchange.method === 'HEAD'
      return isRead ? answerRead(exchange, resource, settings) : answerWrite(exchange, resource, { dataset, recorder, settings })
    } catch (error) {
      if (error instanceof ODataError) return sapError(version, error)
      throw error
    }
  }

  /** V4 answers nothing after a failure, unless it is asked to go on. Each changeset has one request here. */
  function answerParts(exchange: Exchange, { path: root, version }: SapService): Answer {
    return answerBatch(exchange, {
      atomically: (work) => work(),
      goesOn: version === 'v2' || /odata\.continue-on-error/.test(String(exchange.headers.prefer ?? '')),
      unsupported: (message) => new ODataError(415, '/IWBEP/CM_MGW_RT/129', message),
      answer({ method, target, headers, body }) {
        const [path = '', rawQuery = ''] = `${root}/${target}`.split('?')
        const query = new URLSearchParams(rawQuery)
        const inner = { ...exchange, method, path: decodePath(path), rawPath: path, rawQuery, query, headers, body }
        return answerAllowed({ ...inner, takeFault: () => undefined }, version)
      },
    })
  }

  const server = await startServer({
    routes: [{ path: /^\/sap\/opu\//, answer }],
    controls: erpControls(recorder.writeLog, erpEdits),
    describeRefusal: (refusal, target) => sapError(versionOf(target), refusal.code === 'LOCKED' ? lockedOrder(target) : refusal),
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(latencyMs !== undefined && { latencyMs }),
  })
  const own = { dataset, deliveries, user, password, client, csrf: sapAuth.csrf, writeLog: recorder.writeLog }
  return Object.assign(server, erpEdits, createSalesEvents(dataset, deliveries), own)
}

/** SAP's error for a document that a user has open (docs/erp/sap-s4hana.md#locked-documents). */
function lockedOrder(target: string): Refusal {
  const order = /\('(\d+)'\)/.exec(decodePath(target))?.[1]
  const message = `Sales document ${order === undefined ? '' : `${order} `}is currently being processed (by user MUELLER)`
  return { status: 500, code: 'V1/042', message }
}

function versionOf(target: string): ODataVersion {
  return target.startsWith('/sap/opu/odata4/') ? 'v4' : 'v2'
}
