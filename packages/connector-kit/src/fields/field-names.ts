import { type DataTypeId, dataTypes } from '@linkspan/core/connector'

/** Names under which a field may come, best first, each as `plainName` writes it. */
export type Aliases = Readonly<Record<string, readonly string[]>>

/** A name without case, accents, blanks and `_-.#`: `Artikel-Nr.` and `artikel_nr` are one (docs/erp/sftp-files.md#column-names). */
export const plainName = (name: string): string => (/^[A-Za-z0-9]+$/.test(name) ? name.toLowerCase() : withoutMarks(name))

const withoutMarks = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}|[\s_\-.#]/gu, '')
    .toLowerCase()

/** `unit_price`, `Unit-Price` and `UnitPrice` as `unitPrice`. */
export function camelName(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return words
    .map((word, at) => {
      const lower = /^[^\p{Ll}]+$/u.test(word) ? word.toLowerCase() : word
      const first = lower.charAt(0)
      return (at === 0 ? first.toLowerCase() : first.toUpperCase()) + lower.slice(1)
    })
    .join('')
}

const list = (text: string): readonly string[] => text.split(' ').map(plainName)

const sku = list(
  'sku itemNumber itemNo itemCode item partNumber partNo part material materialNumber matnr productCode productNumber articleNo artikelnummer artnr référence codigo defaultCode',
)
const currency = list('currency curr currencyCode waers währung devise moneda')
const orderNumber = list('orderNumber orderNo order orderNum salesOrder soNo vbeln auftragsnummer commande pedido number')
const customerReference = list('customerReference customerPo po poNumber purchaseOrder bstnk yourReference bestellnummer')
const uom = list('uom unit unitOfMeasure baseUnit meins einheit mengeneinheit unité')
const lineNumber = list('lineNumber line lineNo position pos posnr item#')
const quantity = list('quantity qty orderedQty quantityOrdered menge quantité cantidad')
const price = list('price unitPrice listPrice salesPrice netPrice preis prix precio')
const description = list('description itemDescription longDescription désignation descripcion')

/** Of orders and invoices alike. */
export const lineAliases: Aliases = { lineNumber, sku, quantity, unitPrice: [plainName('unitPrice'), ...price], uom, description }

const lines = list(
  'lines items orderLines lineItems positions orderItems salesOrderLines salesOrderItems salesLines invoiceLines invoiceItems positionen orderDetails',
)
const shipTo = list('shipTo shippingAddress deliveryAddress')
const billTo = list('billTo billingAddress invoiceAddress')

const location = list(
  'locationId location locationCode warehouseId warehouseCode warehouse whse whlo loc site plant werks storageLocation lgort lager depot almacen',
)

/** The field that identifies a record of a data type to people. */
export const naturalKeyOf = (dataType: DataTypeId): string => dataTypes[dataType].naturalKey[0]

/** Other names of the fields of each data type. The canonical names in any spelling come first (docs/erp/home-made-rest.md#field-names). */
export const aliases: Readonly<Record<DataTypeId, Aliases>> = {
  products: {
    sku,
    name: list('name title productName itemName shortText maktx bezeichnung désignation itemDescription'),
    description,
    price,
    currency,
    uom,
    barcode: list('barcode gtin ean upc ean13'),
    active: list('active isActive enabled'),
  },
  inventory: {
    sku,
    locationId: location,
    quantityOnHand: list('quantityOnHand qtyOnHand onHand qoh stock stockQty labst bestand lagerbestand existencias quantity qty quantité'),
    quantityAvailable: list('quantityAvailable available qtyAvailable availableQty availableToSell ats atp verfügbar disponible'),
    quantityReserved: list('quantityReserved qtyReserved reserved allocated committed'),
    uom,
    lot: list('lot lotNumber batch batchNumber batchNo charg charge chargennummer'),
    bin: list('bin binCode binNumber storageBin lgpla lagerplatz shelf'),
    serialNumber: list('serialNumber serialNo serial seriennummer'),
    expiryDate: list('expiryDate expirationDate bestBefore vfdat verfallsdatum mhd'),
  },
  orders: {
    orderNumber,
    customerReference,
    currency,
    orderDate: list('orderDate date orderedAt createdAt'),
    total: list('total totalAmount grandTotal amount'),
    lines,
    shipTo,
    billTo,
  },
  order_status: { orderNumber, status: list('status state') },
  employees: {
    employeeId: list('employeeId empId empNo employeeNumber personnelNumber pernr personalnummer matricule staffId number'),
    email: list('email emailAddress workEmail mail e-mail'),
    displayName: list('displayName fullName name'),
    lastName: list('lastName surname familyName nachname nom'),
    firstName: list('firstName givenName vorname prénom'),
    jobTitle: list('jobTitle title position'),
    active: list('active isActive enabled aktiv'),
    terminationDate: list('terminationDate endDate leaveDate exitDate leavingDate austritt austrittsdatum'),
  },
  invoices: {
    invoiceNumber: list('invoiceNumber invoice invoiceNo docNo belegnummer rechnungsnummer facture factura number'),
    orderNumber: orderNumber.filter((name) => name !== 'number'),
    customerReference,
    currency,
    issueDate: list('issueDate invoiceDate date'),
    total: list('total totalAmount grandTotal amount'),
    lines,
  },
}

/** Under these a row says when it changed last. */
export const changeTimeNames = list(
  'sourceUpdatedAt updatedAt modifiedAt changedAt lastModifiedDateTime lastModifiedAt lastModified lastModifiedDate lastChangeDateTime lastChanged lastUpdated lastUpdatedAt lastUpdate lastUpdateDate updateDate updatedOn modifiedOn modifiedDate dateModified modified updated changedOn changeDate writeDate systemModstamp',
)

/** Under these a row says what it is called in the ERP. */
export const idNames = list('id externalId uuid key')
