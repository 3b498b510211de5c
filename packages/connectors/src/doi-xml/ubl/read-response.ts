import { childrenOf, elementAt, elementsAt, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError } from '@linkspan/core/connector'
import type { Confirmation, ConfirmationOutcome, StatusUpdate } from '../documents.ts'
import { dayAt, latestDay, requiredAt } from '../values.ts'
import type { UblHead } from './head.ts'
import { ublOrderOf } from './order-reference.ts'
import { readConfirmedLines } from './read-confirmed-lines.ts'

/** By `OrderResponseCode` and `ResponseCode` (docs/erp/ubl.md#order-responses). */
const outcomes: Readonly<Record<string, ConfirmationOutcome>> = {
  AB: 'acknowledged',
  AP: 'accepted',
  CA: 'changed',
  RE: 'rejected',
}
const outcomeOf = (code: string): ConfirmationOutcome | null => (Object.hasOwn(outcomes, code) ? (outcomes[code] ?? null) : null)

/** Reads an OrderResponse. Throws `request.invalid` if its code is unknown or it names no order. */
export function readOrderResponse(root: XmlElement, head: UblHead): readonly Confirmation[] {
  const word = requiredAt(root, 'OrderResponseCode')
  const outcome = outcomeOf(word)
  if (outcome === null)
    throw new AppError('request.invalid', `OrderResponseCode is "${word}": send one of ${Object.keys(outcomes).join(', ')}`)
  requiredAt(root, 'OrderReference/ID')
  const { salesOrderId, ...order } = ublOrderOf(root)
  const supplierOrderId = textAt(root, 'SalesOrderID') ?? salesOrderId ?? null
  if (order.orderId === null && order.orderPayloadId === null && supplierOrderId === null)
    throw new AppError('request.invalid', 'OrderReference has neither an ID, nor a UUID, nor a SalesOrderID: say which order is answered')
  return [
    {
      kind: 'confirmation',
      ...head,
      ...order,
      outcome,
      word,
      supplierOrderId,
      promisedDate: latestDay([root, ...elementsAt(root, 'OrderLine/LineItem')].map(promisedDayOf)),
      lines: readConfirmedLines(root),
    },
  ]
}

const promisedDayOf = (element: XmlElement): string | null =>
  dayAt(element, 'Delivery/PromisedDeliveryPeriod/EndDate') ?? dayAt(element, 'Delivery/PromisedDeliveryPeriod/StartDate')

/** Reads an ApplicationResponse: one status for each document that it answers. Only a status of an order has an outcome. */
export function readApplicationResponse(root: XmlElement, head: UblHead): readonly StatusUpdate[] {
  return childrenOf(root, 'DocumentResponse').map((answer) => {
    const code = textAt(answer, 'Response/ResponseCode') ?? null
    const document = elementAt(answer, 'DocumentReference')
    const isOfOrder = isOrder(textAt(document, 'DocumentTypeCode'))
    return {
      kind: 'status',
      ...head,
      orderId: isOfOrder ? (textAt(document, 'ID') ?? null) : null,
      orderPayloadId: isOfOrder ? (textAt(document, 'UUID') ?? null) : null,
      outcome: isOfOrder && code !== null ? outcomeOf(code) : null,
      code,
      text: textAt(answer, 'Response/Description') ?? null,
    }
  })
}

/** Whether a `DocumentTypeCode` means an order. Without a code it is an order, since we send nothing else. */
const isOrder = (typeCode: string | undefined): boolean => typeCode === undefined || typeCode === '220' || /order/i.test(typeCode)
