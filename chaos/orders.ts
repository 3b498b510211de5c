import { createDataset } from '@linkspan/simulators'

const skus = [...createDataset({ products: 11 }).products].map(({ sku }) => sku)
const money = (cents: number): string => (cents / 100).toFixed(2)

/** The delivery address of an order. Our side changes it; `edition` counts the changes. */
export const shipToOf = (number: number, edition: number) => ({
  name: `Customer ${number}`,
  line1: `Ring ${1 + (number % 200)}`,
  city: edition === 0 ? `City ${number}` : `City ${number}, moved ${edition} times`,
  postalCode: String(50_000 + number),
  country: 'DE',
})

/** An order whose content is derived from its number and differs from all others. */
export function anOrder(id: string, number: number) {
  const priced = Array.from({ length: 1 + (number % 3) }, (_, at) => {
    const quantity = 1 + ((number * 7 + at) % 90)
    const unitCents = 100 + ((number * 13 + at) % 997)
    return { at, quantity, unitCents, net: quantity * unitCents, tax: (number + at) % 50 }
  })
  return {
    id,
    orderDate: `2026-11-${String(1 + (number % 28)).padStart(2, '0')}`,
    currency: 'EUR',
    total: money(priced.reduce((sum, { net, tax }) => sum + net + tax, 0)),
    customerId: '17100001',
    shipTo: shipToOf(number, 0),
    lines: priced.map(({ at, quantity, unitCents, net, tax }) => ({
      lineNumber: String((at + 1) * 10),
      sku: skus[(number + at) % skus.length],
      quantity: String(quantity),
      unitPrice: money(unitCents),
      tax: money(tax),
      lineTotal: money(net),
    })),
  }
}
