import type { Exchange } from '../../exchange.ts'
import type { WriteRecorder } from '../../write-log.ts'
import { toDate } from './database.ts'
import { NsError } from './ns-error.ts'
import type { DocumentLine, NsStore } from './store.ts'

export type Body = Readonly<Record<string, unknown>>

const headerNames: readonly string[] = [
  'externalId',
  'otherRefNum',
  'entity',
  'tranDate',
  'shipDate',
  'orderStatus',
  'currency',
  'exchangeRate',
  'location',
  'subsidiary',
  'shipMethod',
  'shippingCost',
  'shipComplete',
  'memo',
  'email',
  'terms',
  'shippingAddress',
  'billingAddress',
  'item',
  'customForm',
  'department',
]
const lineNames: readonly string[] = ['line', 'item', 'description', 'quantity', 'units', 'rate', 'amount', 'isClosed', 'location', 'price']
const addressNames: readonly string[] = ['addr1', 'addr2', 'city', 'state', 'zip', 'country', 'addressee', 'attention', 'addrPhone']

const taxRate = 0.19
const money = (value: number): number => Math.round(value * 100) / 100
const refused = (message: string, path: string) => new NsError(400, 'INVALID_CONTENT', message, { 'o:errorPath': path })
const isObject = (value: unknown): value is Body => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Unknown names are refused if the caller wants it so, and ignored otherwise. */
function checkNames(sent: Body, known: readonly string[], path: string, { headers }: Exchange): void {
  if (String(headers['x-netsuite-propertynamevalidation']) !== 'Error') return
  const wrong = Object.keys(sent).find((name) => !known.includes(name))
  if (wrong !== undefined) throw refused(`Unknown reference or field name ${wrong}.`, `${path}${wrong}`)
}

export interface OrderBook {
  /** Books a new order, with its lines in one step. Returns its id. */
  create(sent: Body, exchange: Exchange): number
  change(id: number, sent: Body, exchange: Exchange): void
}

export function createOrderBook(store: NsStore, recorder: WriteRecorder, hidden: readonly string[]): OrderBook {
  const { database } = store
  const addressForm = addressNames.filter((name) => !hidden.includes(`shippingAddress.${name}`))

  /** The id that a reference by `id` or `externalId` stands for. */
  function idOf(reference: unknown, table: string, path: string): number {
    const { id, externalId } = isObject(reference) ? reference : {}
    const column = id === undefined ? 'externalid' : 'id'
    const [found] = database.rows(`SELECT id FROM ${table} WHERE ${column} = ?`, [String(id ?? externalId ?? '')])
    if (found) return Number(found.id)
    throw new NsError(400, 'USER_ERROR', `Invalid Field Value ${String(id ?? externalId)} for the following field: ${path}`, {
      'o:errorPath': path,
    })
  }

  function lineOf(sent: unknown, at: number, exchange: Exchange): DocumentLine {
    const path = `item.items[${at}].`
    if (!isObject(sent)) throw refused('A line must be an object.', path)
    checkNames(sent, lineNames, path, exchange)
    const item = idOf(sent.item, 'item', `${path}item`)
    for (const name of ['quantity', 'rate', 'amount'])
      if (sent[name] !== undefined && typeof sent[name] !== 'number')
        throw refused(`The value of ${name} is not a number.`, `${path}${name}`)
    const quantity = Number(sent.quantity ?? 1)
    if (quantity <= 0) throw new NsError(400, 'USER_ERROR', 'Please enter a positive quantity.', { 'o:errorPath': `${path}quantity` })
    const [price] = database.rows('SELECT unitprice FROM pricing WHERE item = ? AND pricelevel = ?', [item, 1])
    const rate = Number(sent.rate ?? price?.unitprice ?? 0)
    const units = sent.units === undefined ? null : idOf(sent.units, 'unit', `${path}units`)
    const location = sent.location === undefined ? null : idOf(sent.location, 'location', `${path}location`)
    return { item, itemtype: 'InvtPart', quantity, rate, amount: Number(sent.amount ?? money(quantity * rate)), units, location }
  }

  /** Stores the address that came with an order. Returns its key; null if none came. */
  function putAddress(table: 'transactionshippingaddress' | 'transactionbillingaddress', sent: unknown): number | null {
    if (!isObject(sent)) return null
    const nkey = store.nextId()
    const { country, ...texts } = sent
    const columns = Object.entries(texts).map(([name, value]) => [name.toLowerCase(), String(value)] as const)
    database.put(table, { nkey, ...Object.fromEntries(columns), country: isObject(country) ? String(country.id) : null })
    return nkey
  }

  function book(sent: Body, exchange: Exchange): number {
    checkNames(sent, headerNames, '', exchange)
    for (const name of ['shippingAddress', 'billingAddress'])
      if (isObject(sent[name])) checkNames(sent[name], addressForm, `${name}.`, exchange)
    if (sent.entity === undefined) throw new NsError(400, 'USER_ERROR', 'Please enter value(s) for: Customer', { 'o:errorPath': 'entity' })
    const entity = idOf(sent.entity, 'customer', 'entity')
    const reference = sent.externalId === undefined ? null : String(sent.externalId)
    const [twin] =
      reference === null ? [] : database.rows("SELECT id FROM [transaction] WHERE externalid = ? AND type = 'SalesOrd'", [reference])
    if (twin)
      throw new NsError(400, 'DUP_RCRD', `A record with the external ID ${reference} already exists.`, { 'o:errorPath': 'externalId' })
    const items = isObject(sent.item) ? sent.item.items : undefined
    if (!Array.isArray(items) || items.length === 0)
      throw new NsError(400, 'USER_ERROR', 'You must enter at least one line item for this transaction.', { 'o:errorPath': 'item' })
    const lines = items.map((line, at) => lineOf(line, at, exchange))
    const currency = sent.currency === undefined ? 2 : idOf(sent.currency, 'currency', 'currency')
    const net = lines.reduce((sum, { amount }) => sum + amount, 0)
    const shipping = Number(sent.shippingCost ?? 0)
    const tax = money(net * taxRate)
    const id = store.nextId()
    const shippingaddress = putAddress('transactionshippingaddress', sent.shippingAddress)
    const billingaddress = putAddress('transactionbillingaddress', sent.billingAddress)
    const letter = isObject(sent.orderStatus) ? String(sent.orderStatus.id) : 'A'
    store.putDocument(
      {
        id,
        type: 'SalesOrd',
        tranid: `SO${id}`,
        externalid: reference,
        otherrefnum: sent.otherRefNum === undefined ? null : String(sent.otherRefNum),
        entity,
        trandate: toDate(dayOf(sent.tranDate, 'tranDate') ?? store.today()),
        shippingaddress,
        billingaddress,
        shipdate: sent.shipDate === undefined ? null : toDate(dayOf(sent.shipDate, 'shipDate') ?? store.today()),
        status: letter,
        currency,
        exchangerate: 1,
        foreigntotal: money(net + shipping + tax),
      },
      { lines, tax, shipping },
    )
    return id
  }

  return {
    create(sent, exchange) {
      const reference = sent.externalId === undefined ? undefined : String(sent.externalId)
      const receipt = recorder.receive({ reference })
      try {
        const id = book(sent, exchange)
        receipt.stored({ id: String(id), updatedAt: store.now() })
        return id
      } catch (error) {
        if (error instanceof NsError) receipt.refused([error.message])
        throw error
      }
    },
    change(id, sent, exchange) {
      checkNames(sent, headerNames, '', exchange)
      const ship = sent.shipDate === null ? null : dayOf(sent.shipDate, 'shipDate')
      store.changeDocument(id, {
        ...(sent.otherRefNum !== undefined && { otherrefnum: String(sent.otherRefNum) }),
        ...(ship !== undefined && { shipdate: ship === null ? null : toDate(ship) }),
      })
      recorder.update(String(id), { by: 'api', changes: sent }, { id: String(id), updatedAt: store.now() })
    },
  }
}

function dayOf(value: unknown, path: string): string | undefined {
  if (value === undefined) return undefined
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value
  throw refused(`Invalid date value ${String(value)}.`, path)
}
