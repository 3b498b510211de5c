import type { EmployeeRow } from '../dataset/employees.ts'
import { select } from '../dataset/selection.ts'
import { type Dataset, type DatasetOptions, toDataset } from '../dataset.ts'
import { erpControls } from '../erp-controls.ts'
import { createErpEdits, type ErpEdits } from '../erp-edits.ts'
import { type Answer, type Exchange, json } from '../exchange.ts'
import { type Simulator, startServer } from '../serve.ts'
import { createWriteRecorder, type WriteLog } from '../write-log.ts'
import { type SfEntity, toFoundationObjects, toPerson, toUser } from './sf/people.ts'
import { checkSelect, renderEntity } from './sf/render.ts'
import { createSfAuth, type SfAuth, type SfLogon, sfError } from './sf/sf-auth.ts'
import { parseSfQuery, type QueryRules, type SfQuery, SfQueryError } from './sf/sf-query.ts'

export interface SuccessFactorsOptions extends Partial<SfLogon> {
  readonly dataset?: Dataset | DatasetOptions
  readonly port?: number
  readonly host?: string
  readonly latencyMs?: number
  /** The most rows of a page. Default: 1,000. */
  readonly pageSize?: number
  /** Whether a full page is always followed by another one, which may be empty. Default: false. */
  readonly announcesAfterFullPage?: boolean
  /** Properties that the user's permission role lacks, as in `User/hireDate`. */
  readonly forbidden?: readonly string[]
  /** The forms of a time that filters take. Default: all. */
  readonly timeLiterals?: QueryRules['timeLiterals']
}

export interface SuccessFactors extends Simulator, ErpEdits {
  readonly dataset: Dataset
  readonly companyId: string
  readonly user: string
  readonly password: string
  readonly clientId: string
  readonly auth: SfAuth
  /** How many sessions were begun: calls without a cookie. */
  readonly sessionCount: number
  readonly writeLog: WriteLog
}

const root = '/odata/v2/'

/** Starts a SuccessFactors: `User`, and `PerPerson`, `FODepartment` and `FOLocation` of Employee Central, all of them to be read only. */
export async function startSuccessFactors(options: SuccessFactorsOptions = {}): Promise<SuccessFactors> {
  const { companyId = 'giftshop', user = 'INTEGRATION', password = 'Geheim!1', clientId = 'NDY4ZjE0', publicKey } = options
  const { pageSize = 1000, announcesAfterFullPage = false, forbidden = [], timeLiterals = ['datetimeoffset', 'datetime', 'text'] } = options
  const { port, host, latencyMs } = options
  const dataset = toDataset(options.dataset)
  const recorder = createWriteRecorder()
  const erpEdits = createErpEdits(dataset, recorder)
  const auth = createSfAuth({ companyId, user, password, clientId, publicKey })
  let sessionCount = 0

  function answer(exchange: Exchange): Answer {
    const refused = auth.refusalOf(exchange)
    if (refused) return refused
    const isKnown = /JSESSIONID=/.test(exchange.headers.cookie ?? '')
    const headers = isKnown ? {} : { 'set-cookie': [`JSESSIONID=S${sessionCount++}; Path=/; HttpOnly`, 'zone=eu; Path=/'] }
    const result = answerRead(exchange)
    return { ...result, headers: { ...headers, ...result.headers } }
  }

  function answerRead(exchange: Exchange): Answer {
    const set = exchange.path.slice(root.length)
    try {
      const query = parseSfQuery(exchange.query, exchange.rawQuery, { maxPageSize: pageSize, timeLiterals })
      const lacking = query.select.find((name) => forbidden.includes(`${set}/${name}`))
      if (lacking !== undefined)
        return sfError(403, 'COE0020', `[COE0020]User ${user} has no permission to view the field ${set}/${lacking}.`)
      if (set === 'User') return users(exchange, query)
      if (set === 'PerPerson')
        return collection(
          exchange,
          query,
          [...dataset.employees].map((row) => toPerson(row, query)),
        )
      if (set === 'FODepartment' || set === 'FOLocation') {
        const all = toFoundationObjects(dataset.employees, set)
        return collection(exchange, query, query.statuses ? all.filter(({ status }) => query.statuses?.includes(String(status))) : all)
      }
      return sfError(404, 'COE_ENTITY_NOT_FOUND', `[COE0021]Entity ${set} is not found.`)
    } catch (error) {
      if (error instanceof SfQueryError) return sfError(400, error.code, error.message)
      throw error
    }
  }

  /** Without a status in the filter, only active users. */
  function users(exchange: Exchange, query: SfQuery): Answer {
    const wanted = query.statuses ?? ['t', 'T']
    const toEntity = (row: EmployeeRow) => toUser(row, (id) => dataset.employees.get(id))
    const selection = select(dataset.employees, {
      order: 'id',
      where: {
        name: `${wanted.join()} ${query.since ?? ''}`,
        matches: (row) => wanted.includes(String(toEntity(row).status)) && Date.parse(row.updatedAt) >= (query.since ?? 0),
      },
    })
    const found = selection.slice(query.skip, query.pageSize)
    const result = page(exchange, query, found.map(toEntity), selection.length)
    const [first] = found
    const moving = first && exchange.takeFault('moving-rows')
    if (moving?.move === 'delete') dataset.employees.remove(first!.id)
    else if (moving) dataset.employees.touch(first!.id)
    return result
  }

  const collection = (exchange: Exchange, query: SfQuery, all: readonly SfEntity[]): Answer =>
    page(exchange, query, all.slice(query.skip, query.skip + query.pageSize), all.length)

  function page(exchange: Exchange, query: SfQuery, found: readonly SfEntity[], total: number): Answer {
    const { skip, wantsCount } = query
    const [example] = found
    if (example) checkSelect(example, exchange.path.slice(root.length), query)
    const end = skip + found.length
    const isFull = found.length === query.pageSize
    const hasMore = !exchange.query.has('$top') && (announcesAfterFullPage ? isFull : end < total)
    const token = exchange.takeFault('repeat-cursor') ? skip : end
    const spoilt = found.length > 0 ? exchange.takeFault('invalid-records') : undefined
    const wrong = wantsCount ? exchange.takeFault('wrong-total') : undefined
    const results = found.map((entity, at) => renderEntity(spoilt && at < (spoilt.records ?? 2) ? withoutKey(entity, at) : entity, query))
    const rest = exchange.rawQuery.split('&').filter((part) => !/^(\$|%24)skiptoken=/i.test(part))
    return json({
      d: {
        ...(wantsCount && { __count: String(total + (wrong ? (wrong.by ?? 1) : 0)) }),
        results,
        ...(hasMore && { __next: `${exchange.origin}${exchange.rawPath}?${[...rest, `$skiptoken=${token}`].join('&')}` }),
      },
    })
  }

  const server = await startServer({
    routes: [
      { method: 'POST', path: '/oauth/token', answer: (exchange) => auth.issueToken(exchange) },
      { method: 'GET', path: new RegExp(`^${root}`), answer },
    ],
    controls: erpControls(recorder.writeLog, erpEdits),
    describeRefusal: ({ status, code, message }) => sfError(status, code, message),
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(latencyMs !== undefined && { latencyMs }),
  })
  const own = { dataset, companyId, user, password, clientId, auth, writeLog: recorder.writeLog }
  return Object.defineProperty(Object.assign(server, erpEdits, own), 'sessionCount', { get: () => sessionCount }) as SuccessFactors
}

/** Every other entity loses its key, the rest their names. */
function withoutKey(entity: SfEntity, at: number): SfEntity {
  const lost = at % 2 === 0 ? ['userId', 'personIdExternal'] : ['firstName', 'lastName', 'defaultFullName']
  return Object.fromEntries(Object.entries(entity).filter(([name]) => !lost.includes(name)))
}
