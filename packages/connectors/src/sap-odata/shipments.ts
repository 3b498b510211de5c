import { decimalOf, ExactDecimal, toText } from '@linkspan/connector-kit/fields/exact-decimal'
import { defineFieldTable } from '@linkspan/connector-kit/fields/field-table'
import { linkedRows, type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { dayOf } from '@linkspan/connector-kit/odata/times'
import { DateTime } from 'luxon'
import type { SapSettings } from './settings.ts'
import { keyOf } from './values.ts'

type DeliverySettings = SapSettings['deliveries']

/** A delivery, and those of its items that belong to one order: it may serve several. */
export interface Delivery {
  readonly header: Row
  readonly items: readonly Row[]
}

export const deliveryItemsProperty = 'to_DeliveryDocumentItem'
export const deliveryPartnersProperty = 'to_DeliveryDocumentPartner'

const posted = 'C'

/** Whether the goods of an item have moved: as the item says, else its header (docs/erp/sap-s4hana.md#deliveries). */
export const isIssued = (item: Row, header: Row): boolean =>
  (textOf(item, 'GoodsMovementStatus') ?? textOf(header, 'OverallGoodsMovementStatus')) === posted

/** Whether the receipt of the goods is confirmed. */
export const isDelivered = ({ header }: Delivery): boolean => textOf(header, 'OverallProofOfDeliveryStatus') === posted

/** Whether goods come back by it. */
export function isReturn({ header }: Delivery, { returnCategories, returnTypes }: DeliverySettings): boolean {
  const [category = '', type = ''] = [textOf(header, 'SDDocumentCategory'), textOf(header, 'DeliveryDocumentType')]
  return returnCategories.includes(category) || returnTypes.some((each) => type.startsWith(each))
}

/** The quantities of delivery items by the order's item: an item that comes from several batches has one of its own for each. */
export function quantitiesOf(items: readonly Row[]): ReadonlyMap<string, ExactDecimal> {
  const sums = new Map<string, ExactDecimal>()
  for (const item of items) {
    const quantity = decimalOf(item.ActualDeliveryQuantity) ?? new ExactDecimal(0)
    const line = keyOf(item.ReferenceSDDocumentItem)
    sums.set(line, (sums.get(line) ?? new ExactDecimal(0)).plus(quantity))
  }
  return sums
}

const shipment = defineFieldTable({
  shipmentId: { from: ['DeliveryDocument'], to: (value) => keyOf(value) || undefined, note: 'a number without its leading zeros' },
  service: ['ShippingType', 'ActualDeliveryRoute'],
  estimatedDelivery: { from: ['DeliveryDate'], to: (value) => dayOf(value) ?? undefined },
  deliveredAt: {
    from: ['ProofOfDeliveryDate'],
    to: (value, row) => (textOf(row, 'OverallProofOfDeliveryStatus') === posted ? (dayOf(value) ?? undefined) : undefined),
    note: 'once OverallProofOfDeliveryStatus is C',
  },
})

/** A delivery as a shipment of an order, with the items that are of this order. */
export function toShipment({ header, items }: Delivery, settings: DeliverySettings): Readonly<Record<string, unknown>> {
  const carrier = carrierOf(header, settings)
  const tracking = trackingOf(header, settings)
  const shippedAt = shippedAtOf(header, settings)
  return {
    ...shipment.read(header),
    ...(carrier !== undefined && { carrier, carrierCode: carrier }),
    ...(tracking.length > 0 && { trackingNumbers: tracking }),
    ...(shippedAt !== undefined && { shippedAt }),
    lines: linesOf(items),
  }
}

function linesOf(items: readonly Row[]) {
  const skuOf = new Map([...items].reverse().map((item) => [keyOf(item.ReferenceSDDocumentItem), keyOf(item.Material)]))
  return [...quantitiesOf(items)]
    .filter(([, quantity]) => quantity.gt(0))
    .map(([lineNumber, quantity]) => ({ lineNumber, sku: skuOf.get(lineNumber) || undefined, quantity: toText(quantity) }))
}

/** The carrier is a supplier: the same letters may stand for the sold-to party, who is a customer. */
function carrierOf(header: Row, { carrierFunctions }: DeliverySettings): string | undefined {
  const partners = linkedRows(header, deliveryPartnersProperty)
  const carrier = partners.find((row) => carrierFunctions.includes(textOf(row, 'PartnerFunction') ?? '') && textOf(row, 'Supplier'))
  return keyOf(carrier?.Supplier) || undefined
}

const trackingOf = (header: Row, { trackingProperties }: DeliverySettings): readonly string[] => [
  ...new Set(
    trackingProperties.flatMap(
      (name) =>
        textOf(header, name)
          ?.split(/[,;\s]+/)
          .filter(Boolean) ?? [],
    ),
  ),
]

/** The day of the goods issue. With its time, if the zone of the shipping point is known (docs/erp/sap-s4hana.md#deliveries). */
function shippedAtOf(header: Row, { timeZones = {} }: DeliverySettings): string | undefined {
  const day = textOf(header, 'OverallGoodsMovementStatus') === posted ? dayOf(header.ActualGoodsMovementDate) : null
  if (day === null) return undefined
  const zone = timeZones[textOf(header, 'Shippinglocationtimezone') ?? '']
  const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(textOf(header, 'ActualGoodsMovementTime') ?? '') ?? []
  if (zone === undefined || (hours ?? minutes ?? seconds) === undefined) return day
  const time = { hour: Number(hours ?? 0), minute: Number(minutes ?? 0), second: Number(seconds ?? 0) }
  return DateTime.fromISO(day, { zone }).set(time).toUTC().toISO() ?? day
}

/** Where the parts of shipments come from. */
export const shipmentSources = [
  ...shipment.sources({ field: 'shipments', rows: ['deliveries'] }),
  ...['carrier', 'carrierCode'].map((field) => ({
    field: `shipments[].${field}`,
    sources: [`deliveries[].${deliveryPartnersProperty}.results[].Supplier`],
    note: 'the partner with a function of settings.deliveries.carrierFunctions',
  })),
  {
    field: 'shipments[].trackingNumbers',
    sources: ['deliveries[].BillOfLading', 'deliveries[].MeansOfTransport'],
    note: 'settings.deliveries.trackingProperties, split at commas, semicolons and blanks',
  },
  {
    field: 'shipments[].shippedAt',
    sources: ['deliveries[].ActualGoodsMovementDate', 'deliveries[].ActualGoodsMovementTime'],
    note: 'once OverallGoodsMovementStatus is C; the time only with settings.deliveries.timeZones',
  },
  {
    field: 'shipments[].lines',
    sources: ['ReferenceSDDocumentItem', 'Material', 'ActualDeliveryQuantity'].map(
      (name) => `deliveries[].${deliveryItemsProperty}.results[].${name}`,
    ),
    note: 'those of this order, summed up by its item',
  },
]
