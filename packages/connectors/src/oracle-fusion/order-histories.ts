import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { type Logger, toAppError } from '@linkspan/core/connector'
import { isCancelled } from './order-lines.ts'
import { salesOrders } from './orders.ts'
import type { Reader } from './reader.ts'
import { hasLeft, orderOf, shipmentLines, shipments } from './shipments.ts'

/** All that Fusion has about one order. */
export interface OrderHistory {
  readonly order: Row
  readonly shipmentLines: readonly Row[]
  /** By their numbers. */
  readonly shipments: ReadonlyMap<string, Row>
}

export interface Histories {
  /** The histories of orders, over few calls. */
  of(orders: readonly Row[]): Promise<readonly OrderHistory[]>
  /** The orders that are called so by Fusion or by the system that they came from. */
  ordersCalled(numbers: readonly string[]): Promise<readonly Row[]>
}

export interface HistoriesContext {
  readonly reader: Reader
  readonly readsShipments: boolean
  readonly logger: Logger
}

/** The children that tell how far an order is. */
export const progressOf = { ...salesOrders, expand: ['lines'] } as const

/** The numbers under which shipment lines may name an order (docs/erp/oracle-fusion.md#shipment-lines). */
const namesOf = (order: Row): readonly string[] => [
  ...new Set(['OrderNumber', 'SourceTransactionNumber'].flatMap((name) => textOf(order, name) ?? [])),
]

/** Whether shipments of an order are worth asking for: of a draft and of a cancelled order there are none. */
const mayHaveLeft = (order: Row): boolean => !isCancelled(order) && textOf(order, 'StatusCode') !== 'DOO_DRAFT'

export function createHistories({ reader, readsShipments, logger }: HistoriesContext): Histories {
  let isRefused = !readsShipments

  async function carriersOf(lines: readonly Row[]): Promise<ReadonlyMap<string, Row>> {
    const numbers = lines.filter(hasLeft).flatMap((line) => textOf(line, 'Shipment') ?? [])
    if (isRefused || numbers.length === 0) return new Map()
    try {
      const rows = await reader.rowsWith(shipments, 'Shipment', numbers)
      return new Map(rows.flatMap((row) => [[textOf(row, 'Shipment') ?? '', row] as const]))
    } catch (thrown) {
      const error = toAppError(thrown)
      if (error.kind !== 'setup' || error.code === 'setup.credentials-rejected') throw error
      isRefused = true
      logger.warn({ code: error.code }, 'Fusion does not show shipments: their carriers are left out')
      return new Map()
    }
  }

  return {
    async of(orders) {
      const names = orders.filter(mayHaveLeft).flatMap(namesOf)
      const lines = names.length === 0 ? [] : await reader.rowsWith(shipmentLines, 'Order', names)
      const carriers = await carriersOf(lines)
      const byOrder = groupByOrder(lines)
      return orders.map((order) => ({
        order,
        shipmentLines: namesOf(order).flatMap((name) => byOrder.get(name) ?? []),
        shipments: carriers,
      }))
    },
    async ordersCalled(numbers) {
      const found = await reader.rowsWith(progressOf, 'OrderNumber', numbers)
      const known = new Set(found.flatMap(namesOf))
      const others = numbers.filter((number) => !known.has(number))
      return others.length === 0 ? found : [...found, ...(await reader.rowsWith(progressOf, 'SourceTransactionNumber', others))]
    },
  }
}

function groupByOrder(lines: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const line of lines) {
    const number = orderOf(line)
    if (number !== undefined) groups.set(number, [...(groups.get(number) ?? []), line])
  }
  return groups
}
