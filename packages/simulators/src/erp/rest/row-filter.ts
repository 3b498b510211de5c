import type { Row } from '../../dataset/row.ts'
import type { Table } from '../../dataset/table.ts'
import type { DatasetTable } from '../../dataset.ts'
import { camelName } from './sent-row.ts'

const filterFields: Readonly<Record<DatasetTable, readonly string[]>> = {
  orders: ['ourReference', 'customerReference', 'externalId', 'orderNumber'],
  order_status: ['orderNumber'],
  products: ['sku', 'barcode'],
  inventory: ['sku', 'locationId'],
  employees: ['employeeId', 'email'],
  invoices: ['invoiceNumber', 'orderNumber', 'customerReference'],
}

/** The rows with exactly the values of the query, whose names may be in camel or snake case; undefined if it filters by none. */
export function rowsByValue(table: Table<Row>, name: DatasetTable, query: URLSearchParams): readonly Row[] | undefined {
  const wanted = [...query].map(([parameter, value]) => [camelName(parameter), value] as const)
  const [first, ...others] = wanted.filter(([field]) => filterFields[name].includes(field))
  if (!first) return undefined
  const rows = (table as Table<Row & Record<string, unknown>>).findBy(first[0], first[1])
  return rows.filter((row) => others.every(([field, value]) => row[field] === value))
}
