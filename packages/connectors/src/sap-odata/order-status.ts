import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { deliveryStatus, statusProperties } from './status-properties.ts'

/** Order types of returns in the delivered standard (docs/erp/sap-s4hana.md#order-status). */
const returnTypes: readonly string[] = ['RE', 'RE2', 'CBAR', 'CBRE']

/**
 * The status as far as the header tells it (docs/erp/sap-s4hana.md#order-status). Only deliveries show that goods have left: a delivery
 * status of C says that documents exist, so nothing here is ever "shipped".
 */
export function orderStatusOf(row: Row): string {
  const is = (name: string, ...values: readonly string[]) => values.includes(textOf(row, name) ?? '')
  if (is('OverallSDDocumentRejectionSts', 'C')) return 'cancelled'
  if (is('SalesOrderType', ...returnTypes)) return 'returned'
  const isBlocked = textOf(row, 'DeliveryBlockReason', 'HeaderBillingBlockReason') !== undefined
  if (isBlocked || is('TotalBlockStatus', 'C') || is('TotalCreditCheckStatus', 'B', 'C')) return 'on_hold'
  if (deliveryStatus.some((name) => is(name, 'B', 'C'))) return 'processing'
  if (is('OverallSDProcessStatus', 'A')) return 'pending'
  return is('OverallSDProcessStatus', 'B', 'C') ? 'processing' : 'unknown'
}

/** SAP's own words for it, as in `OverallDeliveryStatus=B, OverallSDProcessStatus=B`. */
export const orderStatusRaw = (row: Row): string | undefined =>
  statusProperties.flatMap((name) => textOf(row, name)?.replace(/^/, `${name}=`) ?? []).join(', ') || undefined

/** The status of a line: rejected, begun or not. */
export function lineStatusOf(line: Row): string | undefined {
  if (textOf(line, 'SalesDocumentRjcnReason') !== undefined) return 'cancelled'
  const status = textOf(line, 'DeliveryStatus', 'SDProcessStatus')
  return status === 'A' ? 'pending' : status === 'B' || status === 'C' ? 'processing' : undefined
}
