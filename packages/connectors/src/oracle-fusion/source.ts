import type { Row } from '@linkspan/connector-kit/odata/row'
import type { DataTypeId, PullFilter, RecordSource, SourceRecord } from '@linkspan/core/connector'
import { receivables, toInvoice } from './invoices.ts'
import { salesOrders, substitutesOf, toOrder } from './orders.ts'
import type { TimedReading } from './plans.ts'
import { items, toProduct } from './products.ts'
import { is } from './q.ts'
import { readSeries, seriesCursor, seriesPosition } from './series.ts'
import { askedFrom, type SourceContext } from './source-context.ts'
import { toEmployee, workers } from './workers.ts'

type PlainDataType = Extract<DataTypeId, 'products' | 'orders' | 'employees' | 'invoices'>

interface Kind {
  readings(context: SourceContext, from: string | null): Promise<readonly TimedReading[]> | readonly TimedReading[]
  map(row: Row, context: SourceContext): SourceRecord
  /** Canonical fields that are a copy of one attribute: a filter of one value is asked for. */
  readonly filters: Readonly<Record<string, string>>
}

const kinds: Readonly<Record<PlainDataType, Kind>> = {
  products: {
    readings: async ({ organizations }) => [items(await organizations.master())],
    map: toProduct,
    filters: { sku: 'ItemNumber', category: 'ItemClass' },
  },
  orders: {
    readings: (_, from) => [salesOrders, ...(from === null ? [] : substitutesOf(salesOrders, from))],
    map: (row, { settings }) => toOrder(row, settings),
    filters: { orderNumber: 'OrderNumber', customerId: 'BuyingPartyNumber' },
  },
  employees: { readings: () => [workers], map: (row, { clock }) => toEmployee(row, clock), filters: { employeeId: 'PersonNumber' } },
  invoices: { readings: () => [receivables], map: toInvoice, filters: { invoiceNumber: 'TransactionNumber' } },
}

export const isPlain = (dataType: DataTypeId): dataType is PlainDataType => Object.hasOwn(kinds, dataType)

/** The records of one data type, in the order in which they changed. */
export function createSource(dataType: PlainDataType, context: SourceContext): RecordSource {
  const { readings: readingsOf, map, filters: attributes } = kinds[dataType]
  return {
    incremental: true,
    async *pages({ after, since, filters = [] }) {
      const from = askedFrom(since)
      const wanted = filters.flatMap((filter) => conditionOf(filter, attributes))
      const readings = (await readingsOf(context, from)).map((reading) => ({
        ...reading,
        conditions: [...(reading.conditions ?? []), ...wanted],
      }))
      const { reader, plans } = context
      for await (const { rows, next, total, serverTime, partial } of readSeries(readings, {
        reader,
        plans,
        after: seriesPosition(after),
        since: from,
      }))
        yield {
          records: rows.map((row) => map(row, context)),
          next: next && seriesCursor(next),
          ...(total !== undefined && { total }),
          serverTime,
          ...(partial && { partial }),
        }
    },
  }
}

function conditionOf({ field, values }: PullFilter, attributes: Kind['filters']) {
  const [attribute, value] = [attributes[field], values[0]]
  return attribute === undefined || value === undefined || values.length > 1 ? [] : [is(attribute, value)]
}
