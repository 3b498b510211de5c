import type { DataTypeId, Fields, SourceRecord } from '@linkspan/core/connector'
import { addressColumns, withAddresses } from './addresses.ts'
import { employeeKey, employeeQuery, employees } from './employees.ts'
import { invoiceQuery, toInvoice } from './invoices.ts'
import { lineKeys, lineQuery } from './lines.ts'
import { changedOrders, statusQuery, statusTypes } from './order-status.ts'
import { orderQuery, toOrder } from './orders.ts'
import { withPrices } from './prices.ts'
import { itemKey, itemQuery, products } from './products.ts'
import { columnsOf, displayText, idLiteral, type Key, type Query } from './query.ts'
import { toRecord } from './records.ts'
import { groupBy, idsOf } from './rows.ts'
import { rowContextOf, type SourceContext } from './source-context.ts'
import { statusesOf } from './statuses.ts'
import { stockKeys, stockQuery, toStock } from './stock.ts'
import { isOfType, transactionKey } from './transactions.ts'
import { type Changes, isWithin, type Window } from './window.ts'

/** How the records of a data type are read. */
export interface Kind {
  /** The rows of the account's, or the subsidiary's, records. */
  query(context: SourceContext): Promise<Query>
  readonly keys: readonly Key[]
  /** How changes are asked for; absent if NetSuite knows none. */
  readonly changes?: Changes & { readonly within?: (window: Window) => string }
  /** Fields by whose values NetSuite can be asked. */
  readonly filters: Readonly<Record<string, string>>
  /** Makes records of a page's rows, with what else is read for them. */
  records(rows: readonly Fields[], context: SourceContext, serverTime: string | undefined): Promise<readonly SourceRecord[]>
}

type Columns = keyof NonNullable<SourceContext['settings']['columns']>

/** With the further columns of the settings, each also as people see it: a custom list is an id otherwise. */
const extended = (query: Query, alias: string, { settings }: SourceContext, columns: Columns): Query => {
  const known = new Set(query.columns.map(({ name }) => name))
  const further = columnsOf(alias, settings.columns?.[columns] ?? []).flatMap(({ name, sql }) => [
    { name, sql },
    { name: `${name}name`, sql: displayText(sql) },
  ])
  return { ...query, columns: [...query.columns, ...further.filter(({ name }) => !known.has(name))] }
}

const where = (query: Query, conditions: readonly string[]): Query => ({ ...query, where: [...query.where, ...conditions] })

/** The lines of transactions, by the transaction. */
export async function linesOf(ids: readonly string[], context: SourceContext): Promise<ReadonlyMap<string, readonly Fields[]>> {
  const rows = await context.reader.of(ids, 'tl.transaction', extended(lineQuery, 'tl', context, 'order_lines'), lineKeys)
  return groupBy(rows, 'transactionid')
}

/** Documents with their lines, read by a query of their own so that pages stay whole. */
const documents = (
  query: Query,
  columns: Columns,
  make: typeof toOrder,
): Pick<Kind, 'query' | 'keys' | 'changes' | 'filters' | 'records'> => ({
  query: async (context) => where(extended(query, 't', context, columns), await context.account.ofSubsidiary()),
  keys: [transactionKey],
  changes: { alias: 't', from: 'transaction t', where: query.where },
  filters: { customerId: 't.entity' },
  async records(rows, context) {
    const lines = await linesOf(idsOf(rows), context)
    const shared = await rowContextOf(context, true)
    return rows.map((row) => make(row, lines.get(String(row.id)) ?? [], shared))
  },
})

const orders = documents(orderQuery, 'orders', toOrder)

export const kinds: Readonly<Record<DataTypeId, Kind>> = {
  products: {
    query: async (context) => extended(itemQuery, 'i', context, 'products'),
    keys: [itemKey],
    changes: { alias: 'i', from: itemQuery.from, where: itemQuery.where },
    filters: { sku: 'i.itemid', categoryId: 'i.class' },
    async records(rows, context) {
      const shared = await rowContextOf(context, false)
      return (await withPrices(rows, context)).map((row) => toRecord(products, row, shared))
    },
  },
  inventory: {
    query: async () => stockQuery,
    keys: stockKeys,
    filters: { sku: 'i.itemid', locationId: 'a.location' },
    records: async (rows, _, serverTime) => rows.map((row) => toStock(row, serverTime)),
  },
  orders: {
    ...orders,
    async query(context) {
      const query = await orders.query(context)
      return context.settings.readsAddresses ? { ...query, columns: [...query.columns, ...addressColumns] } : query
    },
    records: async (rows, context, serverTime) =>
      orders.records(context.settings.readsAddresses ? await withAddresses(rows, context) : rows, context, serverTime),
  },
  order_status: {
    query: async ({ account }) => where(statusQuery, await account.ofSubsidiary()),
    keys: [transactionKey],
    changes: {
      alias: 't',
      from: 'transaction t',
      where: [isOfType('t', ...statusTypes)],
      within: (window) => changedOrders((alias) => isWithin(alias, window)),
    },
    filters: {},
    records: statusesOf,
  },
  employees: {
    async query(context) {
      const subsidiary = await context.account.subsidiary()
      const own = subsidiary === undefined ? [] : [`e.subsidiary = ${idLiteral(subsidiary.id)}`]
      return where(extended(employeeQuery, 'e', context, 'employees'), own)
    },
    keys: [employeeKey],
    changes: { alias: 'e', from: 'employee e', where: [] },
    filters: {},
    async records(rows, context) {
      const shared = await rowContextOf(context, false)
      return rows.map((row) => toRecord(employees, row, shared))
    },
  },
  invoices: documents(invoiceQuery, 'invoices', toInvoice),
}
