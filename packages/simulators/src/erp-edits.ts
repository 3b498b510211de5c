import { followOrder } from './dataset/order-status.ts'
import type { Row } from './dataset/row.ts'
import type { Table } from './dataset/table.ts'
import type { Dataset, DatasetTable } from './dataset.ts'
import type { WriteRecorder } from './write-log.ts'

type RowOf<T extends DatasetTable> = Dataset[T] extends Table<infer R> ? R : never

/** Changes that people make in the ERP itself, not through its API. Each gets a new change time unless `updatedAt` is given. */
export interface ErpEdits {
  /** Throws if there is no such row. */
  change<T extends DatasetTable>(type: T, id: string, fields: Partial<Omit<RowOf<T>, 'id'>>): RowOf<T>
  /** Adds a row like the others, with these fields. Throws if the id is taken. */
  add<T extends DatasetTable>(type: T, fields?: Partial<RowOf<T>>): RowOf<T>
  /** Returns whether there was such a row. */
  remove(type: DatasetTable, id: string): boolean
}

/** Edits are visible at once. Those of orders go into the write log, and the order's status record follows. */
export function createErpEdits(dataset: Dataset, recorder: WriteRecorder): ErpEdits {
  const tableOf = <T extends DatasetTable>(type: T): Table<RowOf<T>> => dataset[type] as unknown as Table<RowOf<T>>

  function follow(type: DatasetTable, row: Row): void {
    const order = type === 'orders' ? dataset.orders.get(row.id) : undefined
    if (order) followOrder(dataset.order_status, order)
  }

  return {
    change: (type, id, fields) => {
      const row = tableOf(type).touch(id, fields)
      follow(type, row)
      if (type === 'orders') recorder.update(id, { by: 'user', changes: fields }, row)
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
