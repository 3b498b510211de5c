import type { WriteRecorder } from '../../write-log.ts'
import { shownOf } from './answer-collection.ts'
import { FoError, writeFailed } from './fo-error.ts'
import { type Entity, etagOf, type Fields, type FoStore, keyOf, noDay, put } from './fo-store.ts'

export interface OrderWriter {
  createHeader(sent: Fields): Fields
  createLine(sent: Fields): Fields
  change(key: Fields, sent: Fields, version: string | undefined): void
  remove(key: Fields, version: string | undefined): void
  /** Does `work`, and takes back what it has created if it has failed. */
  atomically<Result>(work: () => Result, hasFailed: (result: Result) => boolean): Result
}

export interface OrderWriterContext {
  readonly store: FoStore
  readonly recorder: WriteRecorder
  readonly nextNumber: () => string
  readonly ownCompany: string
  /** Whether orders come with their number. */
  readonly hasManualNumbers: boolean
}

const headerEntity = 'SalesOrderHeaderV2Entity'
const lineEntity = 'SalesOrderLineEntity'
const currencies = ['EUR', 'USD', 'CHF', 'GBP', 'JPY']
const money = (value: number): number => Math.round(value * 100) / 100

const failed = (entity: string, field: string, words: string): FoError =>
  writeFailed(entity, `Warning: ${words}; Error: validateField failed on field '${entity}.${field}'.`)

function checkNames(sent: Fields, known: Fields, entity: string): void {
  const wrong = Object.keys(sent).find((name) => !Object.hasOwn(known, name))
  if (wrong === undefined) return
  const message = `The property '${wrong}' does not exist on type 'Microsoft.Dynamics.DataEntities.${entity}'. Make sure to only use property names that are defined by the type.`
  throw new FoError(400, 'Microsoft.OData.ODataException', message)
}

/** Nothing is looked for before it is written: the same order sent twice is two orders. */
export function createOrderWriter(context: OrderWriterContext): OrderWriter {
  const { store, recorder, nextNumber, ownCompany, hasManualNumbers } = context
  const { SalesOrderHeadersV2: headers, SalesOrderLines: lines, ReleasedProductsV2: items, CustomersV3: customers } = store

  let created: (() => void)[] = []
  const note = (undo: () => void) => void created.push(undo)

  function numberFor(sent: Fields, company: string): string {
    if (!hasManualNumbers) return nextNumber()
    const number = String(sent.SalesOrderNumber ?? '')
    if (number === '') throw failed(headerEntity, 'SalesOrderNumber', 'Field Sales order must be filled in.')
    if (headers.get(`${company}|${number}`))
      throw writeFailed(headerEntity, 'Error: Cannot create a record in Sales orders (SalesTable). The record already exists.')
    return number
  }

  function headerOf(sent: Fields): Fields {
    const company = String(sent.dataAreaId ?? ownCompany)
    const customer = String(sent.OrderingCustomerAccountNumber ?? '')
    const found = customers.get(`${company}|${customer}`)
    if (!found)
      throw failed(
        headerEntity,
        'OrderingCustomerAccountNumber',
        `The value '${customer}' in field 'Customer account' is not found in the related table 'Customers'`,
      )
    if (!currencies.includes(String(sent.CurrencyCode)))
      throw failed(
        headerEntity,
        'CurrencyCode',
        `The value '${sent.CurrencyCode}' in field 'Currency' is not found in the related table 'Currency'`,
      )
    const header = {
      dataAreaId: company,
      SalesOrderNumber: '',
      SalesOrderName: found.fields.OrganizationName,
      OrderingCustomerAccountNumber: customer,
      InvoiceCustomerAccountNumber: customer,
      CurrencyCode: '',
      LanguageId: 'en-us',
      CustomersOrderReference: '',
      CustomerRequisitionNumber: '',
      OrderCreationDateTime: new Date().toISOString().replace(/\.\d+/, ''),
      RequestedShippingDate: noDay,
      RequestedReceiptDate: noDay,
      ConfirmedReceiptDate: noDay,
      SalesOrderStatus: 'Backorder',
      SalesOrderProcessingStatus: 'Active',
      IsSalesProcessingStopped: 'No',
      AreTotalsCalculated: 'No',
      OrderTotalAmount: 0,
      OrderTotalTaxAmount: 0,
      OrderTotalChargesAmount: 0,
      OrderTotalDiscountAmount: 0,
      ShippingCarrierId: '',
      ShippingCarrierServiceId: '',
      DeliveryAddressName: found.fields.OrganizationName,
      DeliveryAddressStreet: '',
      DeliveryAddressCity: '',
      DeliveryAddressStateId: '',
      DeliveryAddressZipCode: '',
      DeliveryAddressCountryRegionId: '',
      DeliveryAddressCountryRegionISOCode: '',
      SalesOrderPoolId: '',
    }
    checkNames(sent, header, headerEntity)
    return { ...header, ...sent, dataAreaId: company, SalesOrderNumber: numberFor(sent, company) }
  }

  function lineOf(sent: Fields): Fields {
    const company = String(sent.dataAreaId ?? ownCompany)
    const number = String(sent.SalesOrderNumber ?? '')
    const header = headers.get(`${company}|${number}`)
    if (!header)
      throw failed(
        lineEntity,
        'SalesOrderNumber',
        `The value '${number}' in field 'Sales order' is not found in the related table 'Sales orders'`,
      )
    const item = items.get(`${company}|${sent.ItemNumber}`)
    if (!item)
      throw failed(
        lineEntity,
        'ItemNumber',
        `The value '${sent.ItemNumber}' in field 'Item number' is not found in the related table 'Items'`,
      )
    const quantity = Number(sent.OrderedSalesQuantity)
    if (typeof sent.OrderedSalesQuantity !== 'number' || quantity <= 0)
      throw failed(lineEntity, 'OrderedSalesQuantity', 'Quantity must be greater than zero.')
    const price = Number(sent.SalesPrice ?? item.fields.SalesPrice)
    const place = lines.with('SalesOrderNumber', number).filter(({ fields }) => fields.dataAreaId === company).length + 1
    const line = {
      dataAreaId: company,
      InventoryLotId: `L${number}-${place}`,
      SalesOrderNumber: number,
      LineNumber: place,
      LineCreationSequenceNumber: place,
      CustomersLineNumber: 0,
      ItemNumber: sent.ItemNumber,
      LineDescription: item.fields.SearchName,
      OrderedSalesQuantity: quantity,
      SalesUnitSymbol: item.fields.SalesUnitSymbol,
      SalesPrice: price,
      SalesPriceQuantity: 1,
      LineAmount: money(quantity * (price - Number(sent.LineDiscountAmount ?? 0))),
      LineDiscountAmount: 0,
      CurrencyCode: header.fields.CurrencyCode,
      SalesOrderLineStatus: 'Backorder',
      IsLineStopped: 'No',
      ShippingSiteId: '',
      ShippingWarehouseId: '',
      RequestedShippingDate: header.fields.RequestedShippingDate,
      RequestedReceiptDate: header.fields.RequestedReceiptDate,
    }
    checkNames(sent, line, lineEntity)
    return { ...line, ...sent, dataAreaId: company }
  }

  function guarded(key: Fields, version: string | undefined): Entity {
    const order = headers.get(keyOf('SalesOrderHeadersV2', key))
    if (!order) throw new FoError(404, 'System.Web.Http.HttpResponseException', 'No resources were found when selecting for update.')
    if (version !== undefined && version !== '*' && version !== etagOf(order))
      throw new FoError(412, 'System.Web.Http.HttpResponseException', 'The request has been rejected because the entity has been changed.')
    return order
  }

  return {
    createHeader(sent) {
      const reference = String(sent.CustomersOrderReference || sent.CustomerRequisitionNumber || '')
      const receipt = recorder.receive({ reference: reference === '' ? undefined : reference })
      try {
        const header = put(store, 'SalesOrderHeadersV2', headerOf(sent))
        note(() => headers.remove(header.id))
        receipt.stored({ id: header.id, updatedAt: header.updatedAt })
        return shownOf(header)
      } catch (error) {
        if (error instanceof FoError) receipt.refused([error.message])
        throw error
      }
    },
    createLine(sent) {
      const line = put(store, 'SalesOrderLines', lineOf(sent))
      note(() => lines.remove(line.id))
      return shownOf(line)
    },
    atomically(work, hasFailed) {
      created = []
      const result = work()
      if (hasFailed(result)) for (const undo of created.reverse()) undo()
      return result
    },
    change(key, sent, version) {
      const order = guarded(key, version)
      checkNames(sent, order.fields, headerEntity)
      const changed = put(store, 'SalesOrderHeadersV2', { ...order.fields, ...sent })
      recorder.update(order.id, { by: 'api', changes: sent }, { id: order.id, updatedAt: changed.updatedAt })
    },
    remove(key, version) {
      const order = guarded(key, version)
      const { SalesOrderNumber: number, dataAreaId } = order.fields
      for (const line of lines.with('SalesOrderNumber', String(number))) if (line.fields.dataAreaId === dataAreaId) lines.remove(line.id)
      headers.remove(order.id)
    },
  }
}
