import { child, childrenOf, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { AppError, addDecimals } from '@linkspan/core/connector'
import type { Confirmation, ConfirmationOutcome, ConfirmedLine } from '../documents.ts'
import { dayAt, instantAt, latestDay, requiredAt, requiredDecimalAt } from '../values.ts'
import type { CxmlHead } from './head.ts'
import { orderReferenceOf } from './order-reference.ts'

/** `ConfirmationHeader/@type` (docs/erp/cxml.md#confirmations). */
const outcomes: Readonly<Record<string, ConfirmationOutcome>> = {
  accept: 'accepted',
  allDetail: 'changed',
  detail: 'changed',
  backordered: 'backordered',
  except: 'changed',
  reject: 'rejected',
  requestToPay: 'acknowledged',
  replace: 'changed',
}

/** Reads a ConfirmationRequest. Throws `request.invalid` if its type is unknown or it names no order. */
export function readConfirmation(request: XmlElement, head: CxmlHead): readonly Confirmation[] {
  const header = child(request, 'ConfirmationHeader')
  const word = requiredAt(header, '@type')
  const outcome = Object.hasOwn(outcomes, word) ? outcomes[word] : undefined
  if (!outcome)
    throw new AppError('request.invalid', `ConfirmationHeader/@type is "${word}": send one of ${Object.keys(outcomes).join(', ')}`)
  const order = orderReferenceOf(request)
  if (order.orderId === null && order.orderPayloadId === null)
    throw new AppError('request.invalid', 'OrderReference has neither an orderID nor a DocumentReference: say which order is confirmed')
  return [
    {
      kind: 'confirmation',
      ...head,
      ...order,
      writtenAt: instantAt(header, '@noticeDate') ?? head.writtenAt,
      ...(textAt(header, '@operation') === 'update' && { operation: 'update' }),
      outcome,
      word,
      supplierOrderId: textAt(header, 'SupplierOrderInfo/@orderID') ?? textAt(request, 'SupplierOrderInfo/@orderID') ?? null,
      promisedDate: latestDay(
        childrenOf(request, 'ConfirmationItem')
          .flatMap((item) => childrenOf(item, 'ConfirmationStatus'))
          .filter((each) => textAt(each, '@type') !== 'reject')
          .map((each) => dayAt(each, '@deliveryDate')),
      ),
      lines: childrenOf(request, 'ConfirmationItem').map(readLine),
    },
  ]
}

function readLine(item: XmlElement): ConfirmedLine {
  const rejected = childrenOf(item, 'ConfirmationStatus').filter((each) => textAt(each, '@type') === 'reject')
  return {
    lineNumber: requiredAt(item, '@lineNumber'),
    rejected: addDecimals(rejected.map((each) => requiredDecimalAt(each, '@quantity'))),
  }
}
