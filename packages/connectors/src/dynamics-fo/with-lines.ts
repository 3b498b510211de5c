import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { linesProperty } from './orders.ts'
import type { Reader } from './read.ts'
import { groupBy } from './records.ts'

/** Headers with their lines, which are an entity set of their own. */
export async function withLines(headers: readonly Row[], { reader }: { readonly reader: Reader }): Promise<readonly Row[]> {
  const numbers = headers.flatMap((row) => textOf(row, 'SalesOrderNumber') ?? [])
  const lines = await linesOf(numbers, reader)
  return headers.map((row) => ({ ...row, [linesProperty]: lines.get(textOf(row, 'SalesOrderNumber') ?? '') ?? [] }))
}

/** The lines of orders by the number of the order. */
export async function linesOf(numbers: readonly string[], reader: Reader): Promise<ReadonlyMap<string, readonly Row[]>> {
  const keys = ['dataAreaId', 'SalesOrderNumber', 'LineNumber', 'InventoryLotId']
  const rows = await reader.rowsWith({ role: 'orderLines', keys }, 'SalesOrderNumber', numbers)
  return groupBy(rows, 'SalesOrderNumber')
}
