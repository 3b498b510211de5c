import { earlierOf } from '@linkspan/connector-kit/fields/change-time'
import type { Row } from '@linkspan/connector-kit/odata/row'
import type { DataTypeId, PullFilter, RecordSource, SourceRecord } from '@linkspan/core/connector'
import { employeeProperties, employees } from './employees.ts'
import { invoiceSets, toInvoice } from './invoices.ts'
import { orderLinesProperty, toOrder } from './orders.ts'
import { productProperties, products } from './products.ts'
import { anyOf, maxValues, type Reading } from './read.ts'
import { type RowContext, toRecord } from './records.ts'
import { readSeries } from './series.ts'
import { contextOf, positionOf, type SourceContext } from './source-context.ts'
import type { Tenant } from './tenant.ts'

type PlainDataType = Extract<DataTypeId, 'products' | 'orders' | 'employees' | 'invoices'>

interface Kind {
  readonly sets: readonly Reading[]
  /** Maps a row; `at` is the number of its entity set. */
  map(row: Row, at: number, context: RowContext): SourceRecord
  context(rows: readonly Row[], tenant: Tenant): Promise<RowContext>
  /** Canonical fields that are a copy of one property: a filter of them is asked for. */
  readonly filters: Readonly<Record<string, string>>
  /** Records leave the entity set without being deleted. */
  readonly isLeftBehind?: true
}

const companyOnly = async (tenant: Tenant): Promise<RowContext> => ({ companyId: (await tenant.company()).id, localCurrency: undefined })

const kinds: Readonly<Record<PlainDataType, Kind>> = {
  products: {
    sets: [{ set: 'items', select: productProperties }],
    map: (row, _, context) => toRecord(products, row, context),
    context: async (_, tenant) => ({ ...(await companyOnly(tenant)), localCurrency: await tenant.localCurrency() }),
    filters: { sku: 'number', category: 'itemCategoryCode', categoryId: 'itemCategoryCode' },
  },
  orders: {
    sets: [{ set: 'salesOrders', expand: [orderLinesProperty] }],
    map: (row, _, context) => toOrder(row, context),
    context: contextOf,
    filters: { customerId: 'customerNumber' },
    isLeftBehind: true,
  },
  employees: {
    sets: [{ set: 'employees', select: employeeProperties }],
    map: (row, _, context) => toRecord(employees, row, context),
    context: (_, tenant) => companyOnly(tenant),
    filters: {},
  },
  invoices: {
    sets: invoiceSets.map(({ set, lines }) => ({ set, expand: [lines] })),
    map: (row, at, context) => toInvoice(row, invoiceSets[at] ?? invoiceSets[0], context),
    context: contextOf,
    filters: { customerId: 'customerNumber' },
  },
}

export const isPlain = (dataType: DataTypeId): dataType is PlainDataType => Object.hasOwn(kinds, dataType)

/**
 * The records of one data type. Changes are asked for by `lastModifiedDateTime`. Orders that are shipped and invoiced leave their entity
 * set, and are not deleted for that (docs/erp/dynamics-business-central.md#finished-orders).
 */
export function createSource(dataType: PlainDataType, context: SourceContext): RecordSource {
  const { sets, map, context: rowContext, filters: properties, isLeftBehind = false } = kinds[dataType]
  return {
    incremental: true,
    async *pages({ after, since, filters = [] }) {
      const conditions = filters.flatMap((filter) => conditionOf(filter, properties))
      const readings = sets.map((reading) => ({ ...reading, since, filter: conditions }))
      const series = readSeries(readings, { reader: context.reader, after: await positionOf(after, context), isCounted: true })
      for await (const { set, rows, next, total, serverTime, begun, partial } of series) {
        const shared = await rowContext(rows, context.tenant)
        const records = rows.map((row) => map(row, set, shared))
        const isPartial = partial || isLeftBehind
        yield {
          records: sets.length === 1 ? records : records.map((record) => ({ ...record, changedAt: earlierOf(record.changedAt, begun) })),
          next,
          total,
          serverTime,
          ...(isPartial && { partial: true }),
        }
      }
    },
  }
}

function conditionOf({ field, values }: PullFilter, properties: Kind['filters']): readonly string[] {
  const property = properties[field]
  return property === undefined || values.length === 0 || values.length > maxValues ? [] : [anyOf(property, values)]
}
