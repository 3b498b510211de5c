import { followOrder } from './dataset/order-status.ts'
import type { Row, Table } from './dataset/table.ts'
import type { Dataset, DatasetTable } from './dataset.ts'
import type { WriteLog } from './write-log.ts'

type RowOf<T extends DatasetTable> = Dataset[T] extends Table<infer R> ? R : never

/** What people in the ERP do there, past its API. Each change gets a change time of its own unless one is given. */
export interface ErpEdits {
  /** Throws when there is no such row. */
  change<T extends DatasetTable>(type: T, id: string, fields: Partial<Omit<RowOf<T>, 'id'>>): RowOf<T>
  /** Adds a row like those that are there, with these fields. Throws when the id is taken. */
  add<T extends DatasetTable>(type: T, fields?: Partial<RowOf<T>>): RowOf<T>
  /** True when there was such a row. */
  remove(type: DatasetTable, id: string): boolean
}

/** Changes are seen at once by everybody who reads; those of orders are in the ledger, and the status of an order follows it. */
export function createErpEdits(dataset: Dataset, book: WriteLog): ErpEdits {
  const tableOf = <T extends DatasetTable>(type: T): Table<RowOf<T>> => dataset[type] as unknown as Table<RowOf<T>>

  function follow(type: DatasetTable, row: Row): void {
    const order = type === 'orders' ? dataset.orders.get(row.id) : undefined
    if (order) followOrder(dataset.order_status, order)
  }

  return {
    change: (type, id, fields) => {
      const row = tableOf(type).touch(id, fields)
      follow(type, row)
      if (type === 'orders') book.update(id, { by: 'user', changes: fields }, row)
      return row
    },
    add: (type, fields) => {
      const row = tableOf(type).add(fields)
      follow(type, row)
      return row
    },
    remove: (type, id) => tableOf(type).remove(id),
  }
}
