import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { linesProperty } from './orders.ts'
import type { Reader } from './read.ts'
import { groupBy } from './records.ts'

/** Headers with their lines, which are an entity set of their own. `areAdjacent`: no other order lies between them. */
export async function withLines(headers: readonly Row[], reader: Reader, areAdjacent: boolean): Promise<readonly Row[]> {
  const numbers = headers.flatMap((row) => textOf(row, 'SalesOrderNumber') ?? [])
  const lines = await linesOf(numbers, reader, areAdjacent)
  return headers.map((row) => ({ ...row, [linesProperty]: lines.get(textOf(row, 'SalesOrderNumber') ?? '') ?? [] }))
}

/** The lines of orders by the number of the order. */
export async function linesOf(
  numbers: readonly string[],
  reader: Reader,
  areAdjacent = false,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const keys = ['dataAreaId', 'SalesOrderNumber', 'LineNumber', 'InventoryLotId']
  const read = areAdjacent ? reader.rowsAlong : reader.rowsWith
  const rows = await read({ role: 'orderLines', keys }, 'SalesOrderNumber', numbers)
  return groupBy(rows, 'SalesOrderNumber')
}
