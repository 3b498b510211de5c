import type { DataTypeId } from '@linkspan/core'

/** The schema prints an order's number first. */
const numberFirst = /^\{"orderNumber":"([^"\\]*)"/

/** What a record can be found by besides its id: the SKU of stock, the number of an order. Empty for other data types. */
export function lookupOf(dataType: DataTypeId, { json, sku }: { readonly json: string; readonly sku?: string | undefined }): string {
  if (dataType === 'inventory') return sku ?? ''
  if (dataType !== 'orders') return ''
  const [, plain] = numberFirst.exec(json) ?? []
  if (plain !== undefined) return plain
  const { orderNumber } = JSON.parse(json) as { orderNumber?: unknown }
  return typeof orderNumber === 'string' ? orderNumber : ''
}
