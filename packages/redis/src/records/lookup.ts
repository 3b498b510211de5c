import type { DataTypeId } from '@linkspan/core'

/** The schema prints an order's number first. */
const numberFirst = /^\{"orderNumber":"([^"\\]*)"/

/** What a record can be found by besides its id: the SKU of stock, the number of an order or of a status record's order. Empty for other data types. */
export function lookupOf(dataType: DataTypeId, { json, sku }: { readonly json: string; readonly sku?: string | undefined }): string {
  if (dataType === 'inventory') return sku ?? ''
  if (dataType !== 'orders' && dataType !== 'order_status') return ''
  const [, plain] = numberFirst.exec(json) ?? []
  if (plain !== undefined) return plain
  const { orderNumber } = JSON.parse(json) as { orderNumber?: unknown }
  return typeof orderNumber === 'string' ? orderNumber : ''
}
