import { controlPrefix } from '../control-routes.ts'
import { type Answer, basicCredentials, type Exchange, json } from '../exchange.ts'
import { type Simulator, startServer } from '../serve.ts'
import { createWriteRecorder, type WriteLog } from '../write-log.ts'
import { cxmlAnswer, type DoiStatus, profile, ublAnswer } from './doi/answers.ts'
import { forceOnDemand, sendOnDemand } from './doi/doi-controls.ts'
import { type DoiIdentity, type DoiPartnerOptions, defaultBuyer, defaultSupplier } from './doi/doi-options.ts'
import { createMailer, type DoiMailer } from './doi/mailer.ts'
import { createOrderStore, type ForcedStatus } from './doi/order-store.ts'
import { type DoiOrder, faultsOf, readCxmlOrder, readUblOrder } from './doi/read-order.ts'
import { all, at, readTree, type XmlTree } from './doi/xml-tree.ts'

export interface DoiPartner extends Simulator, DoiMailer {
  readonly user: string
  readonly password: string
  readonly sharedSecret: string
  readonly buyer: DoiIdentity
  readonly supplier: DoiIdentity
  readonly writeLog: WriteLog
  /** Answers the next orders with this Status and HTTP 200. */
  answerWith(status: ForcedStatus): void
}

const ublOrder = 'urn:oasis:names:specification:ubl:schema:xsd:Order-2'

/**
 * Starts a business partner that accepts orders as cXML or UBL by `POST` on any path, with HTTP Basic and, for cXML, a shared secret. It
 * sends notices about them to an inbound URL. A repeated payloadID gets the first answer again (docs/erp/cxml.md#resending).
 */
export async function startDoiPartner(options: DoiPartnerOptions = {}): Promise<DoiPartner> {
  const {
    user = 'linkspan',
    password = 'Geheim!1',
    sharedSecret = 'shared-secret',
    buyer = defaultBuyer,
    supplier = defaultSupplier,
  } = options
  const { port, host, latencyMs, duplicates = 'store', clock = Date.now } = options
  let last = 0
  const now = (): string => {
    last = Math.max(clock(), last + 1)
    return new Date(last).toISOString()
  }
  const recorder = createWriteRecorder(clock)
  const orderStore = createOrderStore({ recorder, duplicates, now })
  const mailer = createMailer(options, { find: orderStore.find, now })
  let answers = 0
  const respond = (status: DoiStatus, httpStatus = 200, more = ''): Answer =>
    cxmlAnswer(status, `r${++answers}@${supplier.identity}`, now(), httpStatus, more)

  function answer(exchange: Exchange): Answer {
    const given = basicCredentials(exchange.headers.authorization)
    if (given?.user !== user || given.password !== password) {
      const refused = respond({ code: '401', text: 'Unauthorized' }, 401)
      return { ...refused, headers: { ...refused.headers, 'www-authenticate': 'Basic realm="orders"' } }
    }
    if (exchange.method !== 'POST') return respond({ code: '405', text: 'Only POST is possible here' }, 405)
    const root = tryRead(exchange.body)
    if (typeof root === 'string') return respond({ code: '400', text: `Not well-formed XML: ${root}` })
    return root.name === 'cXML' ? answerCxml(exchange, root) : answerUbl(root)
  }

  function answerCxml({ origin, rawPath }: Exchange, root: XmlTree): Answer {
    const request = all(root, 'Request')[0]?.children[0]?.name
    const refused = refusalOf(root)
    if (refused) return respond(refused)
    if (request === 'ProfileRequest') return respond({ code: '200', text: 'OK' }, 200, profile(`${origin}${rawPath}`, now()))
    if (request !== 'OrderRequest') return respond({ code: '450', text: `A ${request} is not implemented` })
    return respond(take(readCxmlOrder(root), root))
  }

  function answerUbl(root: XmlTree): Answer {
    if (root.uri !== ublOrder) return respond({ code: '406', text: `A document <${root.name}> is not accepted` })
    const order = readUblOrder(root)
    const status = take(order, root)
    return options.ublAnswer === 'application-response' ? ublAnswer(status, order.orderId, `r${++answers}`, now()) : respond(status)
  }

  const take = (order: DoiOrder, root: XmlTree): DoiStatus => orderStore.take(order, faultsOf(order, root, options.skus))

  /** The refusal of a cXML document from an unknown sender or without its required attributes, if any. */
  function refusalOf(root: XmlTree): DoiStatus | undefined {
    const is = (role: string, { domain, identity }: DoiIdentity): boolean =>
      at(root, `Header/${role}/Credential/@domain`) === domain && at(root, `Header/${role}/Credential/Identity`) === identity
    const isSender = is('Sender', buyer) && at(root, 'Header/Sender/Credential/SharedSecret') === sharedSecret
    if (!isSender) return { code: '401', text: 'The sender or its shared secret is not known' }
    if (!is('From', buyer) || !is('To', supplier)) return { code: '400', text: 'From or To names somebody else' }
    if (at(root, '@payloadID') === '' || at(root, '@timestamp') === '') return { code: '400', text: 'payloadID or timestamp is missing' }
    return at(root, 'Request/@deploymentMode') === 'test' ? { code: '400', text: 'Tests are not accepted in production' } : undefined
  }

  const server = await startServer({
    routes: [{ path: /./s, answer }],
    controls: [
      { method: 'GET', path: `${controlPrefix}writes`, answer: () => json(recorder.writeLog.summary()) },
      { method: 'GET', path: `${controlPrefix}writes/orders`, answer: () => json({ orders: recorder.writeLog.orders() }) },
      { method: 'POST', path: `${controlPrefix}send`, answer: ({ body }) => sendOnDemand(mailer, body) },
      { method: 'POST', path: `${controlPrefix}statuses`, answer: ({ body }) => forceOnDemand(orderStore, body) },
    ],
    describeRefusal: ({ status, message }) => respond({ code: String(status), text: message }, status),
    ...(port !== undefined && { port }),
    ...(host !== undefined && { host }),
    ...(latencyMs !== undefined && { latencyMs }),
  })
  return Object.assign(server, mailer, {
    user,
    password,
    sharedSecret,
    buyer,
    supplier,
    writeLog: recorder.writeLog,
    answerWith: orderStore.answerWith,
  })
}

function tryRead(body: string): XmlTree | string {
  try {
    return readTree(body)
  } catch (error) {
    return (error as Error).message
  }
}
