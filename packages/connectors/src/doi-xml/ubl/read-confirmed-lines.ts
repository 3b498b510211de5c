import { child, childrenOf, textAt, type XmlElement } from '@linkspan/connector-kit/xml/element'
import { addDecimals } from '@linkspan/core/connector'
import type { ConfirmedLine } from '../documents.ts'
import { groupBy } from '../group-by.ts'
import { decimalAt, requiredAt } from '../values.ts'

/** The `LineStatusCode` of a line that the seller added, accepts as it is, or does not accept. */
const added = '1'
const accepted = '5'
const notAccepted = '7'

interface AnsweredLine extends Pick<ConfirmedLine, 'lineNumber' | 'sku'> {
  readonly status: string | undefined
  /** What will be delivered, now or later; null if the seller names no quantity. */
  readonly quantity: string | null
}

/**
 * What an OrderResponse says about the ordered lines. A seller may number lines in its own way and name ours in OrderLineReference; it may
 * also answer one line of ours by several (docs/erp/ubl.md#lines-and-orders-that-are-named-otherwise). If any line has a reference, one
 * without is a line that the seller added.
 */
export function readConfirmedLines(root: XmlElement): readonly ConfirmedLine[] {
  const lines = childrenOf(root, 'OrderLine')
  const hasReferences = lines.some((line) => referenceOf(line) !== undefined)
  const answered = lines.flatMap((line) => {
    const item = child(line, 'LineItem')
    const reference = referenceOf(line)
    const status = textAt(item, 'LineStatusCode')
    const ownNumber = requiredAt(item, 'ID')
    if (status === added || (hasReferences && reference === undefined)) return []
    const sku = reference === undefined ? textAt(item, 'Item/SellersItemIdentification/ID') : undefined
    return [{ lineNumber: reference ?? ownNumber, sku, status, quantity: deliverableOf(item) }]
  })
  return [...groupBy(answered, ({ lineNumber }) => lineNumber).values()].map(confirmedLine)
}

const referenceOf = (line: XmlElement): string | undefined =>
  textAt(line, 'OrderLineReference/LineID') ?? textAt(line, 'LineItem/OrderLineReference/LineID')

/** The quantity of a line with what is on backorder. */
function deliverableOf(item: XmlElement | undefined): string | null {
  const quantity = decimalAt(item, 'Quantity')
  return quantity === null ? null : addDecimals([quantity, decimalAt(item, 'MaximumBackorderQuantity') ?? '0'])
}

function confirmedLine(answers: readonly AnsweredLine[]): ConfirmedLine {
  const [{ lineNumber, sku } = { lineNumber: '', sku: undefined }] = answers
  const line = { lineNumber, ...(sku !== undefined && { sku }) }
  const coming = answers.filter(({ status }) => status !== notAccepted)
  if (coming.length === 0) return { ...line, rejected: null }
  const isChanged = answers.length > 1 || coming.some(({ status }) => status !== accepted)
  const quantities = coming.flatMap(({ quantity }) => quantity ?? [])
  return { ...line, rejected: '0', ...(isChanged && quantities.length === coming.length && { confirmed: addDecimals(quantities) }) }
}
