import { type NsDatabase, toDate, type Values } from './database.ts'
import type { WallClock } from './wall-clock.ts'

export interface DocumentLine {
  readonly item: number
  readonly itemtype: string
  readonly quantity: number
  readonly rate: number
  readonly amount: number
  readonly units?: number | null
  readonly location?: number | null
  readonly shipped?: number
  readonly billed?: number
}

export interface DocumentParts {
  readonly lines: readonly DocumentLine[]
  readonly tax: number
  readonly createdFrom?: number
  /** 1 for sales, whose lines are negative; -1 for what takes them back. */
  readonly sign?: number
  /** Posting documents have lines of the costs of what was sold. */
  readonly hasCosts?: boolean
  /** What shipping costs, and what is taken off the whole. */
  readonly shipping?: number
  readonly discount?: number
  readonly updatedAt?: string
}

export interface Fulfillment {
  readonly id: number
  readonly order: number
  readonly tranid: string
  readonly entity: number
  readonly day: string
  /** A picked, B packed, C shipped. */
  readonly status: string
  readonly lines: readonly { readonly item: number; readonly quantity: number }[]
  readonly trackingNumbers: readonly string[]
  readonly updatedAt?: string
}

/** An account's documents. */
export interface NsStore {
  readonly database: NsDatabase
  readonly now: () => string
  /** A moment as the database keeps it: in the account's time zone. */
  dateOf(iso: string): string
  today(): string
  /** Adds a document with all the lines that NetSuite has of it. */
  putDocument(header: Values & { readonly id: number }, parts: DocumentParts): void
  putFulfillment(fulfillment: Fulfillment): void
  /** Changes the header of a document, now. */
  changeDocument(id: number, values: Values): void
  nextId(): number
}

export function createNsStore(database: NsDatabase, clock: WallClock, now: () => string): NsStore {
  let latestId = 200_000_000
  const dateOf = (iso: string): string => toDate(clock.textOf(iso))

  function putLines(transaction: number, entity: number, parts: DocumentParts): void {
    const { lines, tax, createdFrom = null, sign = 1, hasCosts = false, shipping = 0, discount = 0 } = parts
    let id = 0
    const subsidiary = Number(entity) % 2 === 1 ? 1 : 2
    const put = (values: Values) => {
      const flags = { mainline: 'F', taxline: 'F', donotdisplayline: 'F', iscogs: 'F', isclosed: 'F' }
      database.put('transactionline', {
        transaction,
        id,
        linesequencenumber: id,
        ...flags,
        subsidiary,
        createdfrom: createdFrom,
        ...values,
      })
      id++
    }
    put({ mainline: 'T' })
    for (const { item, itemtype, quantity, rate, amount, units = null, location = null, shipped = 0, billed = 0 } of lines) {
      const base = { item, itemtype, units, location }
      const amounts = { rate, foreignamount: -sign * amount, netamount: -sign * amount }
      put({ ...base, ...amounts, quantity: -sign * quantity, quantityshiprecv: shipped, quantitybilled: billed })
      if (hasCosts) put({ ...base, iscogs: 'T', quantity: sign * quantity, netamount: sign * amount })
    }
    if (shipping !== 0) put({ itemtype: 'ShipItem', rateamount: shipping, foreignamount: -sign * shipping, netamount: -sign * shipping })
    if (discount !== 0) put({ itemtype: 'Discount', rateamount: -discount, foreignamount: sign * discount, netamount: sign * discount })
    if (tax !== 0) {
      put({ itemtype: 'TaxItem', taxline: 'T', foreignamount: -sign * tax, netamount: -sign * tax })
      put({ itemtype: 'TaxGroup', donotdisplayline: 'T' })
    }
  }

  const store: NsStore = {
    database,
    now,
    dateOf,
    today: () => clock.dayOf(now()),
    nextId: () => ++latestId,
    putDocument(header, parts) {
      const updatedAt = parts.updatedAt ?? now()
      database.put('transaction', { ...header, lastmodifieddate: dateOf(updatedAt) }, updatedAt)
      putLines(header.id, Number(header.entity), parts)
    },
    putFulfillment({ id, order, tranid, entity, day, status, lines, trackingNumbers, updatedAt = now() }) {
      const header = { id, type: 'ItemShip', tranid, entity, trandate: toDate(day), status }
      database.put('transaction', { ...header, lastmodifieddate: dateOf(updatedAt) }, updatedAt)
      const rows = lines.map((line) => ({ ...line, itemtype: 'InvtPart', rate: 0, amount: 0 }))
      putLines(id, entity, { lines: rows, tax: 0, createdFrom: order, hasCosts: true })
      for (const [at] of lines.entries())
        database.put('previoustransactionlinelink', {
          previousdoc: order,
          previousline: at + 1,
          nextdoc: id,
          nextline: at + 1,
          linktype: 'ShipRcpt',
        })
      for (const text of trackingNumbers) {
        const number = ++latestId
        database.put('trackingnumber', { id: number, trackingnumber: text })
        database.put('trackingnumbermap', { transaction: id, trackingnumber: number })
      }
    },
    changeDocument(id, values) {
      const updatedAt = now()
      database.change('transaction', id, { ...values, lastmodifieddate: dateOf(updatedAt) }, updatedAt)
    },
  }
  return store
}
