import { createDataset } from '@linkspan/simulators'

const [{ sku }] = [...createDataset({ products: 1 }).products] as unknown as [{ sku: string }]

/** What an order says that whoever has it must have kept. */
export interface Essence {
  readonly city: string
  readonly day: string
  /** Quantity and price of each line. */
  readonly lines: readonly (readonly [number, number])[]
}

const day = '2026-11-23'

/** An order whose content tells it from all others. `city` is what the system changes later. */
export function anOrder(number: number, id: string) {
  const lines = Array.from({ length: 1 + (number % 3) }, (_, at) => ({
    lineNumber: String((at + 1) * 10),
    sku,
    quantity: String(1 + ((number * 7 + at) % 90)),
    unitPrice: (1 + ((number * 13 + at) % 997) / 10).toFixed(2),
  }))
  const shipTo = { name: id, line1: 'Ring 1', city: `City ${number}`, postalCode: '50667', country: 'DE' }
  return { id, orderDate: day, requestedDeliveryDate: day, currency: 'EUR', total: '0', customerId: '17100001', shipTo, lines }
}

interface OrderLike {
  readonly requestedDeliveryDate?: unknown
  readonly shipTo?: { readonly city?: unknown } | null | undefined
  readonly lines?: readonly { readonly quantity?: unknown; readonly unitPrice?: unknown }[]
}

export const essenceOf = (order: object): Essence => {
  const { shipTo, requestedDeliveryDate, lines = [] } = order as OrderLike
  return {
    city: String(shipTo?.city ?? ''),
    day: String(requestedDeliveryDate ?? ''),
    lines: lines.map(({ quantity, unitPrice }) => [Number(quantity), Number(unitPrice)]),
  }
}

export const isSameEssence = (one: Essence, other: Essence): boolean => JSON.stringify(one) === JSON.stringify(other)
