import { withFraction } from '../../dataset/decimal.ts'
import type { Deliveries, DeliveryItemRow, DeliveryRow } from './deliveries.ts'
import { date, decimal, type EdmValue } from './edm.ts'
import type { Entity, EntitySet } from './entity.ts'

const day = (value: string | null): EdmValue => (value === null ? null : date(value))

/** `A_OutbDeliveryHeader` of API_OUTBOUND_DELIVERY_SRV: its change date has no time, and is empty until the first change. */
export function deliveryHeaders(deliveries: Deliveries): EntitySet {
  return {
    name: 'A_OutbDeliveryHeader',
    get table() {
      return deliveries.headers
    },
    idField: 'DeliveryDocument',
    guessId: (key) => key,
    indexed: { DeliveryDocument: 'id' },
    toEntity: (row: DeliveryRow) => ({
      set: 'A_OutbDeliveryHeader',
      type: 'A_OutbDeliveryHeaderType',
      keys: ['DeliveryDocument'],
      fields: headerFields(row),
      links: {
        to_DeliveryDocumentItem: () => itemRows(row).map(item),
        to_DeliveryDocumentPartner: () => partners(row),
      },
    }),
  }
}

/** `A_OutbDeliveryItem` of the same service. */
export function deliveryItems(deliveries: Deliveries): EntitySet {
  return {
    name: 'A_OutbDeliveryItem',
    get table() {
      return deliveries.items
    },
    idField: 'DeliveryDocument',
    indexed: { ReferenceSDDocument: 'order', DeliveryDocument: 'delivery' },
    toEntity: (row: DeliveryItemRow) => item(row),
  }
}

const itemRows = ({ id, isReturn, issuedOn, updatedAt, items }: DeliveryRow): DeliveryItemRow[] =>
  items.map((each) => ({ ...each, id: `${id}/${each.item}`, delivery: id, isReturn, isIssued: issuedOn !== null, updatedAt }))

function headerFields(row: DeliveryRow): Record<string, EdmValue> {
  const isIssued = row.issuedOn !== null
  return {
    DeliveryDocument: row.id,
    DeliveryDocumentType: row.isReturn ? 'LR' : 'LF',
    SDDocumentCategory: row.isReturn ? 'T' : 'J',
    CreationDate: date(row.createdOn),
    LastChangeDate: day(row.changedOn),
    SoldToParty: row.soldTo,
    ShipToParty: row.shipTo,
    DeliveryDate: date(row.expectedOn),
    PlannedGoodsIssueDate: date(row.createdOn),
    ActualGoodsMovementDate: day(row.issuedOn),
    Shippinglocationtimezone: 'CET',
    BillOfLading: row.billOfLading.slice(0, 35),
    MeansOfTransport: '',
    ShippingType: '01',
    ShippingCondition: '01',
    ActualDeliveryRoute: '000001',
    OverallPickingStatus: isIssued ? 'C' : 'A',
    OverallGoodsMovementStatus: isIssued ? 'C' : 'A',
    OverallProofOfDeliveryStatus: row.deliveredOn === null ? '' : 'C',
    ProofOfDeliveryDate: day(row.deliveredOn),
    OverallSDProcessStatus: isIssued ? 'C' : 'A',
  }
}

function item(row: DeliveryItemRow): Entity {
  return {
    set: 'A_OutbDeliveryItem',
    type: 'A_OutbDeliveryItemType',
    keys: ['DeliveryDocument', 'DeliveryDocumentItem'],
    fields: {
      DeliveryDocument: row.delivery,
      DeliveryDocumentItem: row.item,
      Material: row.sku,
      Batch: row.batch,
      ActualDeliveryQuantity: decimal(withFraction(row.quantity, 3)),
      DeliveryQuantityUnit: row.uom,
      ReferenceSDDocument: row.order,
      ReferenceSDDocumentItem: row.orderItem.padStart(6, '0'),
      ReferenceSDDocumentCategory: 'C',
      GoodsMovementStatus: row.isIssued ? 'C' : 'A',
    },
    links: {},
  }
}

/** The carrier's code is that of an English logon. */
function partners({ id, soldTo, shipTo, carrier }: DeliveryRow): Entity[] {
  const all = [
    { code: 'SP', customer: soldTo, supplier: '' },
    { code: 'SH', customer: shipTo, supplier: '' },
    ...(carrier === null ? [] : [{ code: 'CR', customer: '', supplier: carrier }]),
  ]
  return all.map(({ code, customer, supplier }) => ({
    set: 'A_OutbDeliveryPartner',
    type: 'A_OutbDeliveryPartnerType',
    keys: ['PartnerFunction', 'SDDocument'],
    fields: { PartnerFunction: code, SDDocument: id, Customer: customer, Supplier: supplier, Personnel: '0', ContactPerson: '0' },
    links: {},
  }))
}
