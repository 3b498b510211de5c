import type { PageServerOptions } from '../page-server.ts'

const materials = ['Stainless steel', 'Brass', 'Zinc-plated steel', 'Polyamide', 'Aluminium']
const things = ['hex bolt', 'washer', 'threaded rod', 'wing nut', 'countersunk screw', 'anchor', 'bracket']
const finishes = ['plain', 'blackened', 'hot-dip galvanised', 'anodised']
const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? ''

/** About 65 bytes: the required fields of a product. */
const small = (at: number) => ({ id: `P${at}`, sku: `SKU-${at}`, name: `${pick(materials, at)} ${pick(things, at)}` })

/** Fifteen fields, about 450 bytes, as a custom ERP would send them. */
const whole = (at: number) => ({
  id: `P-${String(at).padStart(8, '0')}`,
  sku: `ART-${String(at).padStart(8, '0')}`,
  name: `${pick(materials, at)} ${pick(things, at)} M${4 + (at % 20)}x${10 + (at % 190)}`,
  description: `${pick(materials, at)} ${pick(things, at)}, ${pick(finishes, at)}, for indoor and outdoor use, according to DIN EN ISO 4017, box of ${10 * (1 + (at % 50))}`,
  barcode: `40${String(at).padStart(11, '0')}`,
  price: `${1 + (at % 900)}.${String(at % 100).padStart(2, '0')}`,
  cost: `${1 + (at % 500)}.${String((at * 7) % 100).padStart(2, '0')}`,
  currency: 'EUR',
  uom: 'EA',
  category: pick(things, at),
  brand: 'Northern Fasteners',
  active: at % 17 !== 0,
  weight: (at % 1000) / 8,
  weightUnit: 'KG',
  updatedAt: new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString(),
})

/** One answer of a REST API: rows, the total, and the path of the next page, or null on the last page. */
export function renderPage(number: number, { records, pageSize, row }: PageServerOptions): Buffer {
  const first = (number - 1) * pageSize
  const render = row === 'small' ? small : whole
  const data = Array.from({ length: Math.min(pageSize, records - first) }, (_, at) => render(first + at))
  const next = first + pageSize < records ? `/products?page=${number + 1}` : null
  return Buffer.from(JSON.stringify({ data, total: records, next }))
}
