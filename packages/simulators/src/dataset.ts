import { type EmployeeRow, employeeAt, employeeIdAt } from './dataset/employees.ts'
import { type InventoryRow, inventoryAt, inventoryIdAt } from './dataset/inventory.ts'
import { type InvoiceRow, invoiceAt, invoiceIdAt } from './dataset/invoices.ts'
import { type OrderStatusRow, orderStatusAt } from './dataset/order-status.ts'
import { type OrderRow, orderAt, orderIdAt } from './dataset/orders.ts'
import { type ProductRow, productAt, productIdAt } from './dataset/products.ts'
import type { Row } from './dataset/row.ts'
import { createTable, type Table } from './dataset/table.ts'
import { createTimeline } from './dataset/timeline.ts'

export const datasetTables = ['products', 'inventory', 'orders', 'order_status', 'employees', 'invoices'] as const
export type DatasetTable = (typeof datasetTables)[number]

export interface DatasetOptions {
  readonly seed?: string | number
  /** Default: 2,000. A million is fine. */
  readonly products?: number
  /** Stock rows per product, at most 2,000. Default: 3. */
  readonly inventoryPerProduct?: number
  /** Default: 300. */
  readonly orders?: number
  /** Default: the number of orders. */
  readonly invoices?: number
  /** Default: 120. */
  readonly employees?: number
  /** The period within which all change times lie. */
  readonly from?: string
  readonly until?: string
  /** How many rows share one change time. Default: 5. */
  readonly tieSize?: number
  /** The share of rows that all have one and the same change time. Default: 0.1. */
  readonly bulkShare?: number
  /** The time of changes that a test makes, in epoch milliseconds. Default: the real time. */
  readonly clock?: () => number
}

/** The data of a gift shop. The same options give the same rows, down to the byte, until something is changed. */
export interface Dataset {
  readonly products: Table<ProductRow>
  readonly inventory: Table<InventoryRow>
  readonly orders: Table<OrderRow>
  readonly order_status: Table<OrderStatusRow>
  readonly employees: Table<EmployeeRow>
  readonly invoices: Table<InvoiceRow>
}

export function createDataset(options: DatasetOptions = {}): Dataset {
  const { seed = 'gift-shop', products = 2_000, inventoryPerProduct = 3, orders = 300, employees = 120 } = options
  const { invoices = orders, tieSize = 5, bulkShare = 0.1, clock = Date.now } = options
  const from = Date.parse(options.from ?? '2023-01-01T00:00:00.000Z')
  const until = Date.parse(options.until ?? '2025-01-01T00:00:00.000Z')
  let lastChange = until

  function nextChangeTime(): string {
    lastChange = Math.max(clock(), lastChange + 1)
    return new Date(lastChange).toISOString()
  }

  function table<R extends Row>(count: number, idAt: (index: number) => string, rowAt: (index: number, updatedAt: string) => R): Table<R> {
    const timeline = createTimeline({ count, from, until, tieSize, bulkShare })
    return createTable({ size: count, timeline, idAt, rowAt, nextChangeTime })
  }

  const places = Math.min(2_000, inventoryPerProduct)
  return {
    products: table(products, productIdAt, (index, at) => productAt(seed, index, at)),
    inventory: table(
      products * places,
      (index) => inventoryIdAt(index, places),
      (index, at) => inventoryAt(seed, index, places, at),
    ),
    orders: table(orders, orderIdAt, (index, at) => orderAt(seed, index, products, at)),
    order_status: table(orders, orderIdAt, (index, at) => orderStatusAt(seed, index, products, at)),
    employees: table(employees, employeeIdAt, (index, at) => employeeAt(seed, index, at)),
    invoices: table(invoices, invoiceIdAt, (index, at) => invoiceAt(seed, index, orders, products, at)),
  }
}

/** Returns the given dataset, or creates one with the given options. */
export function toDataset(given: Dataset | DatasetOptions | undefined): Dataset {
  return given && typeof given.products === 'object' ? (given as Dataset) : createDataset(given as DatasetOptions | undefined)
}
