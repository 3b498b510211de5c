import { toDate } from './database.ts'
import { NsError } from './ns-error.ts'
import type { DocumentLine, NsStore } from './store.ts'

/** What people in NetSuite do with orders. Each document that comes of it is returned by its id. */
export interface Office {
  approveOrder(id: number): void
  /** Ships a part of what is left of each line (all by default). */
  fulfillOrder(
    id: number,
    options?: { readonly share?: number; readonly status?: string; readonly trackingNumbers?: readonly string[] },
  ): number
  invoiceOrder(id: number): number
  payInvoice(id: number, amount: number): void
  creditInvoice(id: number): number
  /** Authorises the return of what was ordered. */
  returnOrder(id: number, share?: number): number
  closeOrder(id: number): void
}

interface Line extends DocumentLine {
  readonly id: number
}

export function createOffice(store: NsStore): Office {
  const { database } = store

  function headerOf(id: number) {
    const [found] = database.rows('SELECT * FROM [transaction] WHERE id = ?', [id])
    if (!found) throw new NsError(404, 'NONEXISTENT_ID', `There is no transaction ${id}.`)
    return found
  }

  const linesOf = (id: number): Line[] =>
    database
      .rows("SELECT * FROM transactionline WHERE [transaction] = ? AND item IS NOT NULL AND iscogs = 'F' ORDER BY id", [id])
      .map((row) => ({
        id: Number(row.id),
        item: Number(row.item),
        itemtype: String(row.itemtype),
        quantity: Math.abs(Number(row.quantity)),
        rate: Number(row.rate),
        amount: Math.abs(Number(row.foreignamount)),
        shipped: Number(row.quantityshiprecv),
        billed: Number(row.quantitybilled),
      }))

  function document(id: number, type: string, prefix: string, sign: number, lines: readonly DocumentLine[]): number {
    const { entity, currency, otherrefnum, foreigntotal } = headerOf(id)
    const made = store.nextId()
    const total = sign * Math.abs(Number(foreigntotal))
    const isOpen = type !== 'RtnAuth'
    store.putDocument(
      {
        id: made,
        type,
        tranid: `${prefix}${made}`,
        entity: Number(entity),
        otherrefnum: otherrefnum === null ? null : String(otherrefnum),
        trandate: toDate(store.today()),
        status: isOpen ? 'A' : 'B',
        currency: Number(currency),
        foreigntotal: total,
        ...(isOpen && { duedate: toDate(store.today()), foreignamountunpaid: total }),
      },
      { lines, tax: 0, createdFrom: id, sign, hasCosts: isOpen },
    )
    return made
  }

  return {
    approveOrder: (id) => store.changeDocument(id, { status: 'B' }),
    fulfillOrder(id, { share = 1, status = 'C', trackingNumbers = [] } = {}) {
      const sent = linesOf(id).map((line) => ({ ...line, now: Math.ceil((line.quantity - (line.shipped ?? 0)) * share) }))
      const made = store.nextId()
      store.putFulfillment({
        id: made,
        order: id,
        tranid: `IF${made}`,
        entity: Number(headerOf(id).entity),
        day: store.today(),
        status,
        lines: sent.filter(({ now }) => now > 0).map(({ item, now }) => ({ item, quantity: now })),
        trackingNumbers,
      })
      for (const { id: line, shipped = 0, now } of sent)
        database.rows('UPDATE transactionline SET quantityshiprecv = ? WHERE [transaction] = ? AND id = ?', [shipped + now, id, line])
      const isAll = sent.every(({ quantity, shipped = 0, now }) => shipped + now >= quantity)
      store.changeDocument(id, { status: isAll ? 'F' : 'D' })
      return made
    },
    invoiceOrder(id) {
      const made = document(id, 'CustInvc', 'INV', 1, linesOf(id))
      database.rows('UPDATE transactionline SET quantitybilled = -quantity WHERE [transaction] = ? AND quantity < ?', [id, 0])
      store.changeDocument(id, { status: 'G' })
      return made
    },
    payInvoice(id, amount) {
      const rest = Number(headerOf(id).foreignamountunpaid) - amount
      store.changeDocument(id, { foreignamountunpaid: rest, status: rest > 0 ? 'A' : 'B' })
    },
    creditInvoice: (id) => document(id, 'CustCred', 'CM', -1, linesOf(id)),
    returnOrder: (id, share = 1) =>
      document(
        id,
        'RtnAuth',
        'RMA',
        -1,
        linesOf(id).map((line) => ({ ...line, quantity: Math.ceil(line.quantity * share) })),
      ),
    closeOrder: (id) => store.changeDocument(id, { status: 'H' }),
  }
}
