import { customerCount, customerIdAt, customerNameOf } from '../../dataset/customers.ts'
import type { InventoryRow } from '../../dataset/inventory.ts'
import type { InvoiceRow } from '../../dataset/invoices.ts'
import type { OrderLine, OrderRow } from '../../dataset/orders.ts'
import type { ProductRow } from '../../dataset/products.ts'
import type { Dataset } from '../../dataset.ts'
import { type Fields, type FoStore, noDay, noon, put } from './fo-store.ts'
import { putEmployee } from './seed-employee.ts'

/** JSON has no decimals: numbers are written. */
const amount = (text: string): number => Number(text)
const yes = (value: boolean): string => (value ? 'Yes' : 'No')

/** Sales status and processing status of an order by the dataset's word. */
const states: Readonly<Record<OrderRow['status'], readonly [string, string]>> = {
  pending: ['Backorder', 'Active'],
  processing: ['Backorder', 'Confirmed'],
  partially_shipped: ['Backorder', 'PartiallyDelivered'],
  shipped: ['Delivered', 'Delivered'],
  delivered: ['Invoiced', 'Invoiced'],
  cancelled: ['Canceled', 'Canceled'],
  on_hold: ['Backorder', 'Active'],
}

/** The legal entities: the user's own, which is empty, and two with the same numbers. */
export const companies = [
  ['dat', 'Company accounts data', 'USD'],
  ['usmf', 'Contoso Entertainment', 'EUR'],
  ['demf', "O'Brien GmbH", 'CHF'],
] as const

/** Fills the legal entities with the data of a gift shop: `usmf` with all, `demf` with a few of the same numbers. */
export function seed(store: FoStore, dataset: Dataset): void {
  for (const [id, name, currency] of companies) {
    put(store, 'LegalEntities', { LegalEntityId: id, Name: name })
    put(store, 'Ledgers', { LegalEntityId: id.toUpperCase(), Name: name, AccountingCurrency: currency })
  }
  for (const company of ['usmf', 'demf']) {
    const site = company === 'usmf' ? '1010' : '2020'
    for (const warehouse of ['A', 'B'])
      put(store, 'Warehouses', {
        dataAreaId: company,
        WarehouseId: `${company}-${warehouse}`,
        WarehouseName: `Store ${warehouse}`,
        OperationalSiteId: site,
      })
    for (let at = 0; at < customerCount; at++)
      put(store, 'CustomersV3', {
        dataAreaId: company,
        CustomerAccount: customerIdAt(at),
        OrganizationName: customerNameOf(customerIdAt(at)),
      })
    const few = <Row>(rows: Iterable<Row>): readonly Row[] => (company === 'usmf' ? [...rows] : [...rows].slice(0, 3))
    for (const row of few(dataset.products)) putProduct(store, row, company)
    for (const row of few(dataset.inventory)) put(store, 'WarehousesOnHandV2', stockOf(row, company))
    for (const row of few(dataset.orders)) putOrder(store, row, company)
    for (const row of few(dataset.invoices)) putInvoice(store, row, company)
    for (const row of few(dataset.order_status))
      for (const shipment of row.shipments) putPackingSlip(store, { company, orderNumber: row.orderNumber, ...shipment })
  }
  for (const row of dataset.employees) putEmployee(store, row)
}

const named = (company: string, name: string): string => (company === 'usmf' ? name : `${name} of another company`)

function putProduct(store: FoStore, row: ProductRow, company: string): void {
  put(store, 'ProductsV2', { ProductNumber: row.sku, ProductName: row.name, ProductDescription: row.description ?? '' })
  put(store, 'ReleasedProductsV2', {
    dataAreaId: company,
    ItemNumber: row.sku,
    ProductNumber: row.sku,
    SearchName: named(company, row.name.replace(/[^A-Za-z0-9]/g, '').slice(0, 20)),
    ProductSearchName: row.name.replace(/[^A-Za-z0-9]/g, '').slice(0, 20),
    ProductType: row.type === 'service' ? 'Service' : 'Item',
    ProductGroupId: row.categoryId,
    ProductLifecycleStateId: row.active ? '' : 'Obsolete',
    SalesPrice: amount(row.price),
    SalesPriceQuantity: row.priceUnitQuantity === '1' ? 0 : amount(row.priceUnitQuantity),
    UnitCost: amount(row.cost),
    SalesUnitSymbol: row.uom,
    InventoryUnitSymbol: row.uom,
    NetProductWeight: amount(row.weight),
    SellStartDate: noDay,
  })
}

/** Quality and blocked stock is in a warehouse of its own; one item in ten has a colour. */
const stockOf = (row: InventoryRow, company: string): Fields => ({
  dataAreaId: company,
  ItemNumber: row.sku,
  ProductColorId: /0(\/RD)?$/.test(row.sku) ? 'Red' : '',
  ProductSizeId: '',
  ProductStyleId: '',
  ProductConfigurationId: '',
  ProductVersionId: '',
  InventorySiteId: row.locationId,
  InventoryWarehouseId: `${row.storageLocation}${row.stockType === 'unrestricted' ? '' : 'Q'}`,
  OnHandQuantity: amount(row.quantityOnHand),
  ReservedOnHandQuantity: amount(row.quantityReserved),
  AvailableOnHandQuantity: amount(row.quantityAvailable),
  OnOrderQuantity: amount(row.quantityOnOrder),
  TotalAvailableQuantity: amount(row.quantityAvailable),
  ProductName: 'not asked for',
})

/** Totals are zeros until somebody calculates them, as for every other order. */
function putOrder(store: FoStore, row: OrderRow, company: string): void {
  const isCalculated = Number(row.id) % 2 === 0
  const total = (text: string) => (isCalculated ? amount(text) : 0)
  const [status, processing] = states[row.status]
  put(store, 'SalesOrderHeadersV2', {
    dataAreaId: company,
    SalesOrderNumber: row.orderNumber,
    SalesOrderName: named(company, row.customerName),
    OrderingCustomerAccountNumber: row.customerId,
    InvoiceCustomerAccountNumber: row.customerId,
    CurrencyCode: row.currency,
    LanguageId: 'en-us',
    CustomersOrderReference: row.customerReference ?? '',
    CustomerRequisitionNumber: '',
    OrderCreationDateTime: `${row.orderDate}T09:30:00Z`,
    RequestedShippingDate: noon(row.requestedDeliveryDate),
    RequestedReceiptDate: noon(row.requestedDeliveryDate),
    ConfirmedReceiptDate: row.status === 'pending' ? noDay : noon(row.requestedDeliveryDate),
    SalesOrderStatus: status,
    SalesOrderProcessingStatus: processing,
    IsSalesProcessingStopped: yes(row.status === 'on_hold'),
    AreTotalsCalculated: yes(isCalculated),
    OrderTotalAmount: total(row.total),
    OrderTotalTaxAmount: total(row.taxTotal),
    OrderTotalChargesAmount: 0,
    OrderTotalDiscountAmount: 0,
    ShippingCarrierId: 'DHL',
    ShippingCarrierServiceId: 'Express',
    DeliveryAddressName: row.shipTo.name,
    DeliveryAddressStreet: row.shipTo.line1,
    DeliveryAddressCity: row.shipTo.city,
    DeliveryAddressStateId: '',
    DeliveryAddressZipCode: row.shipTo.postalCode,
    DeliveryAddressCountryRegionId: row.shipTo.country,
    DeliveryAddressCountryRegionISOCode: row.shipTo.country,
    SalesOrderPoolId: '',
  })
  for (const [at, line] of row.lines.entries()) put(store, 'SalesOrderLines', orderLineOf(row, line, at, company))
}

function orderLineOf(row: OrderRow, line: OrderLine, at: number, company: string): Fields {
  const isGone = line.quantityShipped !== '0' && amount(line.quantityShipped) >= amount(line.quantity)
  const left = row.status === 'delivered' ? 'Invoiced' : 'Delivered'
  return {
    dataAreaId: company,
    InventoryLotId: `L${row.orderNumber}-${at + 1}`,
    SalesOrderNumber: row.orderNumber,
    LineNumber: at + 1,
    LineCreationSequenceNumber: at + 1,
    CustomersLineNumber: 0,
    ItemNumber: line.sku,
    LineDescription: line.description,
    OrderedSalesQuantity: amount(line.quantity),
    SalesUnitSymbol: line.uom,
    SalesPrice: amount(line.unitPrice),
    SalesPriceQuantity: amount(line.priceUnitQuantity),
    LineAmount: amount(line.lineTotal),
    LineDiscountAmount: 0,
    CurrencyCode: row.currency,
    SalesOrderLineStatus: row.status === 'cancelled' ? 'Canceled' : isGone ? left : 'Backorder',
    IsLineStopped: 'No',
    ShippingSiteId: '1010',
    ShippingWarehouseId: `${company}-A`,
    RequestedShippingDate: noon(row.requestedDeliveryDate),
    RequestedReceiptDate: noon(row.requestedDeliveryDate),
  }
}

/** Posts a packing slip. */
export function putPackingSlip(
  store: FoStore,
  slip: {
    readonly company: string
    readonly orderNumber: string
    readonly shipmentId: string
    readonly shippedAt: string
    readonly lines: readonly { readonly lineNumber: string; readonly sku: string; readonly quantity: string }[]
  },
): void {
  const { company: dataAreaId, shipmentId: PackingSlipId, orderNumber: SalesOrderNumber } = slip
  put(store, 'SalesPackingSlipHeaders', { dataAreaId, PackingSlipId, SalesOrderNumber, DeliveryDate: noon(slip.shippedAt) })
  for (const { lineNumber, sku, quantity } of slip.lines)
    put(store, 'SalesPackingSlipLines', {
      dataAreaId,
      PackingSlipId,
      LineNumber: amount(lineNumber),
      ItemNumber: sku,
      DeliveredQuantity: amount(quantity),
    })
}

function putInvoice(store: FoStore, row: InvoiceRow, company: string): void {
  const sign = row.type === 'credit_note' ? -1 : 1
  putPostedInvoice(store, {
    header: {
      dataAreaId: company,
      InvoiceNumber: row.invoiceNumber,
      InvoiceDate: noon(row.issueDate),
      LedgerVoucher: `V-${row.id}`,
      SalesOrderNumber: row.orderNumber,
      CustomersOrderReference: row.customerReference ?? '',
      InvoiceCustomerAccountNumber: row.customerId,
      CurrencyCode: row.currency,
      TotalInvoiceAmount: sign * amount(row.total),
      TotalTaxAmount: sign * amount(row.taxTotal),
      TotalChargeAmount: 0,
      TotalDiscountAmount: 0,
      PaymentTermsName: 'Net30',
    },
    lines: row.lines.map((line) => ({
      ProductNumber: line.sku,
      ProductDescription: line.description,
      InvoicedQuantity: sign * amount(line.quantity),
      SalesUnitSymbol: line.uom,
      SalesPrice: amount(line.unitPrice),
      LineAmount: sign * amount(line.lineTotal),
    })),
  })
}

export function putPostedInvoice(store: FoStore, { header, lines }: { readonly header: Fields; readonly lines: readonly Fields[] }): void {
  const { dataAreaId, InvoiceNumber, InvoiceDate } = header
  put(store, 'SalesInvoiceHeadersV2', header)
  for (const [at, line] of lines.entries())
    put(store, 'SalesInvoiceLines', { dataAreaId, InvoiceNumber, InvoiceDate, LineNumber: at + 1, ...line })
}
