import type { ConnectorFixture, ErpOptions } from '@linkspan/connector-kit/testing/connector-fixture'
import { type HttpFixture, startHttpFixture } from '@linkspan/connector-kit/testing/http-fixture'
import { createInbox, createState, openFor, receiveFor } from '@linkspan/connector-kit/testing/open-context'
import type { DataTypeId, InboundRequest, OutgoingRecord } from '@linkspan/core/connector'
import { startDoiPartner } from '@linkspan/simulators'
import { doiXml } from '../connector.ts'
import { startCatalog } from './catalog.ts'
import { confirmation, dialectsOf, strayStatus } from './messages.ts'
import { sampleOrder } from './sample-order.ts'

const proof = { user: 'linkspan', password: 'Geheim!1', sharedSecret: 'shared-secret-0123' }

const orderOf = (reference: string): OutgoingRecord => ({
  id: reference,
  erpId: null,
  reference,
  idempotencyKey: `key-${reference}`,
  data: { ...sampleOrder, orderNumber: reference },
  changed: null,
  erpVersion: null,
  sentAt: null,
})

const secretsOf = () => {
  const passwords = [proof.password, proof.sharedSecret, 'Wrong!Pass9', 'another-secret', 'another-password']
  return [...passwords, ...passwords.map((password) => Buffer.from(`${proof.user}:${password}`).toString('base64'))]
}

const connectionTo = (url: string, dataType: DataTypeId) => {
  const identity = (name: string) => ({ domain: 'NetworkId', identity: name })
  const settings = {
    cxml: { from: identity('AN-BUYER'), to: identity('AN-SUPPLIER') },
    resources: { products: { path: 'catalog', rows: 'Catalog/Product' } },
    enabledDataTypes: [dataType],
  }
  const credentials = {
    doiEndpoint: url,
    doiUsername: proof.user,
    doiPassword: proof.password,
    doiSharedSecret: proof.sharedSecret,
  }
  return { connection: { credentials, settings }, rejected: { credentials: { ...credentials, doiPassword: 'Wrong!Pass9' }, settings } }
}

const timesOf = ({ records, tieSize }: ErpOptions) =>
  Array.from({ length: records }, (_, number) => new Date(Date.UTC(2026, 0, 1 + Math.floor(number / tieSize))).toISOString())

const memories = new Map<number, Promise<ReadonlyMap<string, string>>>()

/** What a connection keeps of orders that it has sent. They are sent once for all fixtures with as many. */
function sentBefore(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const send = async () => {
    await using partner = await startDoiPartner(proof)
    const state = createState()
    await using session = await openFor(doiXml, connectionTo(partner.url, 'orders').connection, { state })
    await Promise.all(ids.map((id) => session.sink?.('orders').write(orderOf(id))))
    return state.values
  }
  const known = memories.get(ids.length) ?? send()
  memories.set(ids.length, known)
  return known
}

/** A partner that takes orders, and that has confirmed as many as there are to be records. */
async function startPartnerFixture(dataType: DataTypeId, options: ErpOptions): Promise<ConnectorFixture & HttpFixture> {
  const erp = await startDoiPartner({ ...proof, skus: ['ROSE-01', 'DRAHT'] })
  const http = await startHttpFixture(erp, /./)
  const { connection, rejected } = connectionTo(http.url, dataType)
  const [state, inbox] = [createState(), createInbox()]
  const receive = async (request: InboundRequest) => {
    const { documents } = await receiveFor(doiXml, connection, request)
    for (const document of documents) inbox.add(document.dataType, document.text)
  }

  const times = timesOf(options)
  const ids = times.map((_, number) => `W-${String(number).padStart(3, '0')}`)
  for (const [name, value] of await sentBefore(ids)) state.values.set(name, value)
  for (const [at, id] of ids.entries()) await receive(confirmation(id, times[at] ?? '', proof))

  return {
    ...http,
    connection,
    rejected,
    secrets: secretsOf(),
    state,
    inbox,
    checks: ['DNS', 'TCP/TLS', 'Authentication', 'Clock'],
    source: {
      ids: () => ids,
      changedSince: () => ids,
      middle: times[times.length >> 1] ?? '',
      pagesBeforeNextCall: 1,
      traces: async () => erp.writeLog.summary(),
      disturb: { 'ill-formed records': () => receive(strayStatus('1', proof)) },
    },
    sink: {
      ...http.writing,
      cutEvery: 1,
      order: orderOf,
      refusable: (reference) => {
        const order = orderOf(reference)
        const [line] = sampleOrder.lines
        return { record: { ...order, data: { ...order.data, lines: [{ ...line, sku: 'NOTHING' }] } }, words: /NOTHING/ }
      },
      change: (reference, { erpId, erpVersion }) => {
        const order = orderOf(reference)
        const data = { ...order.data, requestedDeliveryDate: '2026-03-24' }
        return { ...order, data, erpId, erpVersion, changed: ['requestedDeliveryDate'], idempotencyKey: `change-of-${reference}` }
      },
      timesStored: (reference) => erp.writeLog.find(reference)?.timesStored ?? 0,
    },
    inbound: { dialects: dialectsOf(proof) },
  }
}

/** A partner's endpoint that gives its products as one document. */
async function startCatalogFixture(dataType: DataTypeId, options: ErpOptions): Promise<ConnectorFixture & HttpFixture> {
  const items = timesOf(options).map((updatedAt, number) => ({ sku: `P-${number}`, name: `Mug ${number}`, price: '12.50', updatedAt }))
  const erp = await startCatalog(items, proof)
  const http = await startHttpFixture(erp, '/catalog')
  const ids = () => items.map(({ sku }) => sku)
  return {
    ...http,
    ...connectionTo(http.url, dataType),
    secrets: secretsOf(),
    state: createState(),
    inbox: createInbox(),
    checks: [],
    source: { ids, changedSince: ids, middle: '', pagesBeforeNextCall: 0, traces: async () => ids(), ...http.reading },
  }
}

export const startDoiFixture = (dataType: DataTypeId, options: ErpOptions): Promise<ConnectorFixture & HttpFixture> =>
  dataType === 'products' ? startCatalogFixture(dataType, options) : startPartnerFixture(dataType, options)
