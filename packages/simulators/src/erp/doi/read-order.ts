import { all, at, type XmlTree } from './xml-tree.ts'

export interface DoiOrderLine {
  readonly lineNumber: string
  readonly sku: string
  readonly quantity: string
  readonly unitPrice: string
  readonly uom: string
}

/** An order as it was sent. */
export interface DoiOrder {
  readonly format: 'cxml' | 'ubl'
  readonly payloadId: string
  readonly orderId: string
  readonly orderDate: string
  readonly type: string
  readonly currency: string
  readonly total: string
  readonly lines: readonly DoiOrderLine[]
}

export function readCxmlOrder(root: XmlTree): DoiOrder {
  const request = all(root, 'Request/OrderRequest')[0]
  const header = all(request, 'OrderRequestHeader')[0]
  return {
    format: 'cxml',
    payloadId: at(root, '@payloadID'),
    orderId: at(header, '@orderID'),
    orderDate: at(header, '@orderDate'),
    type: at(header, '@type') || 'new',
    currency: at(header, 'Total/Money/@currency'),
    total: at(header, 'Total/Money'),
    lines: all(request, 'ItemOut').map((item) => ({
      lineNumber: at(item, '@lineNumber'),
      sku: at(item, 'ItemID/SupplierPartID'),
      quantity: at(item, '@quantity'),
      unitPrice: at(item, 'ItemDetail/UnitPrice/Money'),
      uom: at(item, 'ItemDetail/UnitOfMeasure'),
    })),
  }
}

export function readUblOrder(root: XmlTree): DoiOrder {
  return {
    format: 'ubl',
    payloadId: at(root, 'UUID') || at(root, 'ID'),
    orderId: at(root, 'ID'),
    orderDate: at(root, 'IssueDate'),
    type: 'new',
    currency: at(root, 'AnticipatedMonetaryTotal/PayableAmount/@currencyID'),
    total: at(root, 'AnticipatedMonetaryTotal/PayableAmount'),
    lines: all(root, 'OrderLine/LineItem').map((item) => ({
      lineNumber: at(item, 'ID'),
      sku: at(item, 'Item/SellersItemIdentification/ID'),
      quantity: at(item, 'Quantity'),
      unitPrice: at(item, 'Price/PriceAmount'),
      uom: at(item, 'Quantity/@unitCode'),
    })),
  }
}

const isDecimal = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text)

/** What is wrong with an order, whoever sends it; empty if it can be accepted. */
export function faultsOf(order: DoiOrder, root: XmlTree, skus: readonly string[] | undefined): readonly string[] {
  const { orderId, orderDate, currency, total, lines } = order
  const head = [
    ...(orderId === '' ? ['orderID is missing'] : []),
    ...(/^\d{4}-\d{2}-\d{2}/.test(orderDate) ? [] : ['orderDate is missing']),
    ...(/^[A-Z]{3}$/.test(currency) && isDecimal(total) ? [] : ['Total is missing']),
    ...(order.format === 'cxml' && all(root, 'Request/OrderRequest/OrderRequestHeader/BillTo/Address/Name').length === 0
      ? ['BillTo is missing']
      : []),
    ...(lines.length === 0 ? ['there are no items'] : []),
  ]
  return [
    ...head,
    ...lines.flatMap((line) => faultsOfLine(line, skus).map((wrong) => `line ${line.lineNumber}: ${wrong}`)),
    ...classification(order, root),
  ]
}

function faultsOfLine({ sku, quantity, unitPrice, uom, lineNumber }: DoiOrderLine, skus: readonly string[] | undefined): string[] {
  return [
    ...(lineNumber === '' ? ['it has no number'] : []),
    ...(sku === '' || skus?.includes(sku) === false ? [`unknown item "${sku}"`] : []),
    ...(isDecimal(quantity) && Number(quantity) > 0 ? [] : [`quantity "${quantity}"`]),
    ...(isDecimal(unitPrice) ? [] : ['UnitPrice is missing']),
    ...(uom === '' ? ['UnitOfMeasure is missing'] : []),
  ]
}

function classification({ format, lines }: DoiOrder, root: XmlTree): string[] {
  const given = all(root, 'Request/OrderRequest/ItemOut/ItemDetail/Classification').filter((each) => at(each, '@domain') !== '')
  return format === 'cxml' && given.length < lines.length ? ['Classification is missing'] : []
}
