import { canonicalFields, type DataTypeId } from '@linkspan/core/connector'
import { type Aliases, changeTimeNames, lineAliases, plainName, aliases as shared } from './field-names.ts'

const list = (text: string): readonly string[] => text.split(' ').map(plainName)

const addressFields = {
  name: list('name company'),
  line1: list('line1 address1 addressLine1 street street1 address strasse'),
  line2: list('line2 address2 addressLine2 street2'),
  city: list('city town ort ville ciudad'),
  region: list('region state province'),
  postalCode: list('postalCode postcode zip zipCode plz'),
  country: list('country countryCode land pays'),
  phone: list('phone telephone telefon'),
  email: list('email mail'),
}

const addressAliases = (field: string, prefixes: readonly string[]): Aliases =>
  Object.fromEntries(
    Object.entries(addressFields).map(([part, names]) => [
      `${field}.${part}`,
      prefixes.flatMap((prefix) => names.map((name) => prefix + name)),
    ]),
  )

const within = (field: string, aliases: Aliases): Aliases =>
  Object.fromEntries(Object.entries(aliases).map(([name, names]) => [`${field}[].${name}`, names]))

const sku = list('artikelnr codeArticle articleNumber')
/** A product's own number, if nothing else is called so. */
const number = list('number no nr')

/** A flat row is a line of its document, mostly; so these names need nothing in front. */
const moreOfLines: Aliases = {
  sku: [...(lineAliases.sku ?? []), ...sku],
  unitPrice: [...(lineAliases.unitPrice ?? []), ...list('linePrice')],
  discount: list('lineDiscount discount rabatt'),
  tax: list('lineTax tax'),
  lineTotal: list('lineTotal lineAmount extendedPrice positionswert netwr'),
}
const orderLines: Aliases = {
  ...lineAliases,
  ...moreOfLines,
  type: list('lineType'),
  quantityShipped: list('quantityShipped qtyShipped shippedQty shipped geliefert'),
  quantityInvoiced: list('quantityInvoiced qtyInvoiced invoicedQty'),
  quantityCancelled: list('quantityCancelled qtyCancelled cancelledQty'),
  status: list('lineStatus'),
  requestedDate: list('lineRequestedDate requestedDate'),
  locationId: list('locationId warehouse whse whlo location site plant werks lager depot almacen'),
}

const ofAll: Aliases = {
  companyId: list('companyId company companyCode bukrs subsidiary mandant'),
  sourceUpdatedAt: changeTimeNames,
  sourceVersion: list('sourceVersion version etag'),
}
const ofDocuments: Aliases = {
  customerId: list('customerId customerNo customerNumber customer custNo soldTo kunnr kunde kundennummer client cliente'),
  customerName: list('customerName custName kundenname'),
  total: list('gesamtbetrag gesamtsumme bruttobetrag rechnungsbetrag endbetrag montantTotal importeTotal'),
  subtotal: list('subtotal netTotal netAmount nettobetrag nettosumme'),
  taxTotal: list('taxTotal taxAmount totalTax vat vatAmount mwst tva iva'),
}

/** What flat files call things, beyond the names that rows of an interface have. */
const more: Readonly<Record<DataTypeId, Aliases>> = {
  products: {
    sku: [...sku, ...number],
    cost: list('cost unitCost standardCost einstandspreis'),
    priceUnitQuantity: list('priceUnit pricePer peinh preiseinheit'),
    priceIncludesTax: list('taxIncluded inclTax'),
    category: list('category productGroup itemGroup materialGroup matkl warengruppe kategorie catégorie categoria'),
    categoryId: list('categoryCode groupCode'),
    brand: list('brand manufacturer marke hersteller marque marca'),
    type: list('itemType productType materialType mtart'),
    weight: list('weight netWeight ntgew gewicht poids peso'),
    weightUnit: list('weightUom gewei gewichtseinheit'),
    uomRaw: [],
  },
  inventory: {
    sku,
    locationName: list('warehouseName lagerbezeichnung'),
    quantityOnOrder: list('onOrder qtyOnOrder inbound incoming bestellt'),
    stockType: list('stockType stockStatus inventoryStatus'),
    asOf: list('asOf asOfDate stockDate snapshotDate stichtag'),
  },
  orders: {
    ...ofDocuments,
    orderDate: list('auftragsdatum bestelldatum dateCommande fechaPedido'),
    ourReference: list('ourReference ourRef webOrderNumber externalOrderId'),
    requestedDeliveryDate: list('requestedDate deliveryDate wunschtermin lieferdatum'),
    promisedDate: list('promisedDate confirmedDate'),
    status: list('orderStatus status state'),
    paymentStatus: list('paymentStatus'),
    exchangeRate: list('exchangeRate rate kurs'),
    discountTotal: list('discountTotal totalDiscount'),
    shippingTotal: list('shippingTotal shipping freight shippingCost fracht'),
    ...addressAliases('shipTo', ['shipto', 'shipping', 'delivery', 'ship']),
    ...addressAliases('billTo', ['billto', 'billing', 'invoice', 'bill']),
    ...within('lines', orderLines),
  },
  order_status: {
    orderExternalId: list('orderId externalOrderId erpOrderNumber salesOrderNumber'),
    status: list('result outcome acknowledgement ergebnis'),
    statusChangedAt: list('statusDate statusChanged statusTime'),
    ...within('shipments', {
      shipmentId: list('shipmentId shipment shipmentNo deliveryNumber delivery lieferschein deliveryNote'),
      carrier: list('carrier carrierName shipper spediteur transporteur'),
      carrierCode: list('carrierCode scac'),
      service: list('service serviceLevel shipMethod versandart'),
      trackingNumbers: list('trackingNumber tracking trackingNo trackingId awb waybill sendungsnummer trackingNumbers'),
      trackingUrl: list('trackingUrl trackingLink'),
      shippedAt: list('shippedAt shipDate shippedDate dateShipped versanddatum'),
      estimatedDelivery: list('estimatedDelivery eta'),
      deliveredAt: list('deliveredAt deliveredDate'),
    }),
  },
  employees: {
    department: list('department dept abteilung departamento'),
    departmentId: list('departmentCode deptId deptCode'),
    jobTitle: list('job jobName stelle funktion'),
    location: list('location site office standort'),
    costCenter: list('costCenter costCentre kostl kostenstelle'),
    managerId: list('managerId manager supervisor supervisorId reportsTo vorgesetzter'),
    hireDate: list('hireDate startDate dateOfHire eintritt eintrittsdatum'),
    status: list('employmentStatus status'),
  },
  invoices: {
    ...ofDocuments,
    issueDate: list('rechnungsdatum belegdatum dateFacture fechaFactura'),
    type: list('invoiceType documentType docType'),
    dueDate: list('dueDate due fälligkeit zahlbarBis'),
    paidAt: list('paidAt paidDate paymentDate'),
    balanceDue: list('balanceDue balance amountDue openAmount outstanding offen'),
    status: list('invoiceStatus status state'),
    ...within('lines', { ...lineAliases, ...moreOfLines, orderLine: list('orderLine orderLineNo') }),
  },
}

/** For each canonical field the headers that may feed it, best first, as `plainName` writes them; written as in `Columns`. */
export const aliasesOf = (dataType: DataTypeId): Readonly<Record<string, readonly string[]>> => {
  const fields: Record<string, readonly string[]> = {}
  for (const field of canonicalFields[dataType]) fields[field] = [plainName(field)]
  for (const group of [shared[dataType], ofAll, more[dataType]]) {
    for (const [field, names] of Object.entries(group)) fields[field] = [...(fields[field] ?? ownNames(field)), ...names]
  }
  return fields
}

/** `shipTo.city` is exactly `shipToCity`; a field of a line bears its own name, unless the document has one of that name too. */
const ownNames = (field: string): readonly string[] => (field.includes('[]') ? [] : [plainName(field)])

export interface Columns {
  /** For each canonical field the header that feeds it; a field of a line is written `lines[].sku`, one of an address `shipTo.city`. */
  readonly fields: Readonly<Record<string, string>>
  /** Headers that feed nothing. */
  readonly extra: readonly string[]
}

/**
 * Which header feeds which canonical field (docs/erp/sftp-files.md#column-names). A header named exactly like a field is that field; of
 * several that fit, the first alias in the list counts. No header feeds two fields.
 */
export function columnsFor(dataType: DataTypeId, headers: readonly string[]): Columns {
  const free = new Map<string, string>()
  for (const header of headers) if (!free.has(plainName(header))) free.set(plainName(header), header)
  const aliases = aliasesOf(dataType)
  const fields: Record<string, string> = {}
  const take = (field: string, names: readonly string[]): void => {
    const name = names.find((candidate) => free.has(candidate))
    if (name === undefined || field in fields) return
    fields[field] = free.get(name) as string
    free.delete(name)
  }
  for (const field of Object.keys(aliases)) take(field, [plainName(field)])
  for (const [field, names] of Object.entries(aliases)) take(field, names)
  const used = new Set(Object.values(fields))
  return { fields, extra: headers.filter((header) => !used.has(header)) }
}
