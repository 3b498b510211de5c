import { AppError } from '@linkspan/core'
import { isFields } from '../dot-path.ts'
import type { CsvColumn, CsvDialect } from './write-csv.ts'
import { writeCsv } from './write-csv.ts'

type Order = Readonly<Record<string, unknown>>

/** The form in which orders are left for an ERP. */
export type OutgoingFormat =
  | { readonly kind: 'csv'; readonly dialect: CsvDialect }
  | { readonly kind: 'json' }
  | { readonly kind: 'ndjson' }
  | { readonly kind: 'xml' }

const text = (names: string): CsvColumn[] => names.split(' ').map((name) => ({ name }))
const numbers = (names: string): CsvColumn[] => names.split(' ').map((name) => ({ name, isNumeric: true }))
const address = 'Name Line1 Line2 City Region PostalCode Country Phone Email'.split(' ')
const addressOf = (field: string): CsvColumn[] => address.map((part) => ({ name: `${field}${part}` }))

const lineText = text('lineNumber sku lineType description uom requestedDate locationId')
const lineNumbers = numbers('quantity unitPrice discount tax lineTotal')
const orderColumns: readonly CsvColumn[] = [
  ...text(
    'orderNumber ourReference customerReference customerId customerName orderDate requestedDeliveryDate status paymentStatus currency',
  ),
  ...numbers('exchangeRate subtotal discountTotal shippingTotal taxTotal total'),
  ...addressOf('shipTo'),
  ...addressOf('billTo'),
]
const columns = [...orderColumns, ...lineText, ...lineNumbers]

/**
 * Writes orders as a file. CSV has a row for each line of an order, with the fields of the order in each of them; JSON is a list;
 * XML is `<Orders><Order>…`. Throws `record.invalid` for a character that the file cannot hold.
 */
export async function renderFile(format: OutgoingFormat, orders: readonly Order[]): Promise<Buffer> {
  if (format.kind === 'json') return Buffer.from(`${JSON.stringify(orders, null, 2)}\n`)
  if (format.kind === 'ndjson') return Buffer.from(orders.map((order) => `${JSON.stringify(order)}\n`).join(''))
  if (format.kind === 'xml') return Buffer.from(xmlOf('Orders', orders))
  const chunks: Buffer[] = []
  for await (const chunk of writeCsv(orders.flatMap(rowsOf), columns, format.dialect)) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The rows of an order: one for each line, and one where it has none. */
function rowsOf(order: Order): Order[] {
  const header = { ...order, ...flat('shipTo', order.shipTo), ...flat('billTo', order.billTo) }
  const lines = Array.isArray(order.lines) && order.lines.length > 0 ? order.lines.filter(isFields) : [{}]
  return lines.map((line: Order) => {
    const { type: lineType } = line
    const ofLine = Object.fromEntries([...lineText, ...lineNumbers].map(({ name }) => [name, line[name]]))
    return { ...header, ...ofLine, lineType }
  })
}

function flat(field: string, value: unknown): Order {
  if (!isFields(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [`${field}${name.charAt(0).toUpperCase()}${name.slice(1)}`, part]))
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' }
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 has not
const impossible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u

/** A document of rows: `<Orders><Order>…`. Lists are `<lines><line>…`, what is absent is left out. */
export function xmlOf(root: string, rows: readonly Order[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element(root, rows, 0)}`
}

const singular = (name: string): string => (name.endsWith('s') ? name.slice(0, -1) : 'item')

function element(name: string, value: unknown, depth: number): string {
  const indent = '  '.repeat(depth)
  if (value === null || value === undefined) return ''
  if (!/^[A-Za-z_][\w.-]*$/.test(name)) throw new AppError('record.invalid', `"${name.slice(0, 100)}" cannot be the name of an XML element`)
  if (typeof value !== 'object') return `${indent}<${name}>${escaped(String(value), name)}</${name}>\n`
  const children = Array.isArray(value)
    ? value.map((item) => element(singular(name), item, depth + 1))
    : Object.entries(value).map(([field, inner]) => element(field, inner, depth + 1))
  return `${indent}<${name}>\n${children.join('')}${indent}</${name}>\n`
}

function escaped(text: string, name: string): string {
  if (impossible.test(text)) throw new AppError('record.invalid', `The field "${name}" has a character that XML cannot hold`)
  return text.replace(/[&<>"\r]/g, (sign) => escapes[sign] as string)
}
