import { generateKeyPairSync } from 'node:crypto'
import { controlPrefix } from '../control-routes.ts'
import { type Dataset, type DatasetOptions, toDataset } from '../dataset.ts'
import { type Answer, type Exchange, json } from '../exchange.ts'
import { type Simulator, startServer } from '../serve.ts'
import { createWriteRecorder, type WriteLog } from '../write-log.ts'
import { createQueryAnswer } from './ns/answer-query.ts'
import { createRecordAnswer } from './ns/answer-record.ts'
import { createOrderBook } from './ns/book-order.ts'
import { createNsDatabase, type Found, type NsDatabase } from './ns/database.ts'
import { createNsAuth, type NsAuth, tokenPath } from './ns/ns-auth.ts'
import { NsError, toErrorAnswer } from './ns/ns-error.ts'
import { createOffice, type Office } from './ns/office.ts'
import { seed } from './ns/seed.ts'
import { createNsStore, type NsStore } from './ns/store.ts'
import type { TbaLogon } from './ns/tba.ts'
import { createWallClock } from './ns/wall-clock.ts'

export interface NetSuiteOptions {
  readonly dataset?: Dataset | DatasetOptions
  readonly port?: number
  readonly host?: string
  readonly latencyMs?: number
  /** Default: `America/Los_Angeles`. */
  readonly timeZone?: string
  /** Whether a full page always says that there is more. Default: false. */
  readonly announcesAfterFullPage?: boolean
  /** Columns and fields that the account or the role does not show, as in `transactionline.subsidiary` or `shippingAddress.addressee`. */
  readonly hidden?: readonly string[]
  /** How far NetSuite's clock is ahead of ours, in milliseconds. */
  readonly clockOffsetMs?: number
  /** How many calls may be under way at once. Default: 5. */
  readonly concurrency?: number
  /** How long a query takes, in milliseconds. */
  readonly queryMs?: number
  /** A further certificate: its id, and its public key as PEM. */
  readonly certificates?: Readonly<Record<string, string>>
}

export interface NetSuite extends Simulator, Office {
  readonly database: NsDatabase
  readonly store: NsStore
  readonly auth: NsAuth
  readonly writeLog: WriteLog
  readonly accountId: string
  readonly clientId: string
  readonly certificateId: string
  /** PEM, of an elliptic curve. */
  readonly privateKey: string
  readonly tba: TbaLogon
  readonly timeZone: string
  /** Runs a query of the simulator's own. */
  rows(sql: string): Found[]
}

const accountId = '1234567_SB1'
const clientId = '5f3c-integration'
const certificateId = 'cert-EC-1'
const tba: TbaLogon = {
  consumerKey: 'ck-1f2e',
  consumerSecret: 'cs-Geheim!*(1)',
  tokenId: 'tk-77aa',
  tokenSecret: "ts-Geheim'2'",
  realm: accountId,
}
/** One pair of keys for all: making them takes a while. */
const keys = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
})

/** Starts a NetSuite account: SuiteQL run by a database, the record API for sales orders, and the token endpoint. Signatures are verified. */
export async function startNetSuite(options: NetSuiteOptions = {}): Promise<NetSuite> {
  const { timeZone = 'America/Los_Angeles', announcesAfterFullPage = false, hidden = [], clockOffsetMs = 0 } = options
  const { concurrency = 5, queryMs = 0 } = options
  const clock = () => Date.now() + clockOffsetMs
  let latest = clock()
  const now = (): string => {
    latest = Math.max(clock(), latest + 1)
    return new Date(latest).toISOString()
  }
  const date = () => new Date(clock()).toUTCString()
  const database = await createNsDatabase()
  const store = createNsStore(database, createWallClock(timeZone), now)
  database.transaction(() => seed(store, toDataset(options.dataset)))
  const auth = createNsAuth({ clientId, certificates: { [certificateId]: keys.publicKey, ...options.certificates }, tba, now: clock })
  const recorder = createWriteRecorder()
  const touch = (table: string, id: number) => {
    const updatedAt = now()
    database.change(table as 'item', id, { lastmodifieddate: store.dateOf(updatedAt) }, updatedAt)
  }
  const answerQuery = createQueryAnswer({ database, announcesAfterFullPage, hidden, date, touch })
  const answerRecord = createRecordAnswer(store, createOrderBook(store, recorder, hidden), date)
  let running = 0

  const allowed = (answer: (exchange: Exchange) => Answer) => async (exchange: Exchange) => {
    const refused = auth.refusalOf(exchange)
    if (refused) return refused
    if (running >= concurrency)
      return toErrorAnswer({
        status: 429,
        code: 'CONCURRENCY_LIMIT_EXCEEDED',
        message: 'Concurrent request limit exceeded. Request blocked.',
      })
    running++
    try {
      if (queryMs > 0) await new Promise((resolve) => setTimeout(resolve, queryMs))
      return answer(exchange)
    } catch (error) {
      if (error instanceof NsError) return toErrorAnswer(error)
      throw error
    } finally {
      running--
    }
  }

  const server = await startServer({
    routes: [
      { method: 'POST', path: tokenPath, answer: auth.issueToken },
      { method: 'POST', path: '/services/rest/query/v1/suiteql', answer: allowed(answerQuery) },
      { path: /^\/services\/rest\/record\/v1\/salesOrder(\/|$)/, answer: allowed(answerRecord) },
    ],
    controls: [{ method: 'GET', path: `${controlPrefix}writes`, answer: () => json(recorder.writeLog.summary()) }],
    describeRefusal: ({ status, message }) => toErrorAnswer({ status, message, code: codeOf(status) }),
    ...(options.port !== undefined && { port: options.port }),
    ...(options.host !== undefined && { host: options.host }),
    ...(options.latencyMs !== undefined && { latencyMs: options.latencyMs }),
  })
  const stop = server[Symbol.asyncDispose].bind(server)
  let stopping: Promise<void> | undefined
  return Object.assign(server, createOffice(store), {
    database,
    store,
    auth,
    writeLog: recorder.writeLog,
    accountId,
    clientId,
    certificateId,
    privateKey: keys.privateKey,
    tba,
    timeZone,
    rows: (sql: string) => database.rows(sql),
    [Symbol.asyncDispose]: () => {
      stopping ??= Promise.resolve(stop()).finally(() => database[Symbol.dispose]())
      return stopping
    },
  })
}

/** The code beside a status, as NetSuite has it. */
function codeOf(status: number): string {
  if (status === 401) return 'INVALID_LOGIN'
  if (status === 403) return 'INSUFFICIENT_PERMISSION'
  if (status === 404) return 'NONEXISTENT_ID'
  if (status === 429) return 'REQUEST_LIMIT_EXCEEDED'
  return status >= 500 ? 'UNEXPECTED_ERROR' : 'USER_ERROR'
}
