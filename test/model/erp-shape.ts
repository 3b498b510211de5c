import type { RestErpOptions } from '@linkspan/simulators'
import type { ModelType } from './leaves.ts'

type Row = Readonly<Record<string, unknown>>

/** The text of a decimal, multiplied by a power of ten. */
function shifted(value: unknown, places: number): unknown {
  if (value === null || value === undefined) return value
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value)) ?? []
  if (whole === '') return value
  const digits = (places > 0 ? whole + fraction.padEnd(places, '0') : whole.padStart(1 - places, '0') + fraction).replace(
    /^0+(?=\d)/,
    (zeros) => (places > 0 ? '' : zeros),
  )
  const point = digits.length - Math.max(0, fraction.length - places)
  const text = `${digits.slice(0, point)}${point < digits.length ? `.${digits.slice(point)}` : ''}`
  return sign + text
}

/** The names and units of an ERP whose fields have to be mapped. */
export function mappedShape(type: ModelType): Pick<RestErpOptions, 'shape' | 'unshape'> {
  return type === 'products' ? { shape: shapeProduct, unshape: unshapeProduct } : { shape: shapeOrder, unshape: unshapeOrder }
}

/** The ERP's own words for an order's status. */
const statusWords: Readonly<Record<string, string>> = {
  OFFEN: 'pending',
  'IN ARBEIT': 'processing',
  TEILGELIEFERT: 'partially_shipped',
  GELIEFERT: 'shipped',
  ZUGESTELLT: 'delivered',
  STORNIERT: 'cancelled',
  GESPERRT: 'on_hold',
  RETOURE: 'returned',
}
const wordOf = (status: unknown): unknown => Object.entries(statusWords).find(([, value]) => value === status)?.[0] ?? status

export const mappedSettings: Readonly<Record<ModelType, object>> = {
  products: {
    fieldMapping: { name: 'artikel.text', price: 'preisCent' },
    transformations: [{ field: 'price', operation: 'multiply', value: '0.01' }],
  },
  orders: {
    fieldMapping: {
      customerReference: 'bestellung.nummer',
      'shipTo.city': 'ort',
      'lines[].description': 'lines[].text',
      status: 'stand',
    },
    transformations: [{ field: 'status', operation: 'lookup', value: { table: statusWords } }],
  },
}

function shapeProduct(row: object): object {
  const { name, price, ...rest } = row as Row
  return { ...rest, artikel: { text: name }, preisCent: shifted(price, 2) }
}

function unshapeProduct({ artikel, preisCent, ...rest }: Row): Record<string, unknown> {
  return {
    ...rest,
    ...(artikel !== undefined && { name: (artikel as Row).text }),
    ...(preisCent !== undefined && { price: shifted(preisCent, -2) }),
  }
}

function shapeOrder(row: object): object {
  const { customerReference, shipTo, lines, status, ...rest } = row as Row
  if (shipTo === undefined) return row
  const { city, ...address } = (shipTo ?? {}) as Row
  const shaped = ((lines ?? []) as Row[]).map(({ description, ...line }) => ({ ...line, text: description }))
  return { ...rest, bestellung: { nummer: customerReference }, ort: city, shipTo: address, lines: shaped, stand: wordOf(status) }
}

function unshapeOrder({ bestellung, ort, shipTo, lines, stand, ...rest }: Row): Record<string, unknown> {
  return {
    ...rest,
    ...(bestellung !== undefined && { customerReference: (bestellung as Row).nummer }),
    ...((shipTo !== undefined || ort !== undefined) && { shipTo: { ...(shipTo as Row | undefined), city: ort } }),
    ...(lines !== undefined && { lines: (lines as Row[]).map(({ text, ...line }) => ({ ...line, description: text })) }),
    ...(stand !== undefined && { status: statusWords[String(stand)] ?? stand }),
  }
}
