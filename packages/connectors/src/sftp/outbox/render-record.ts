import { isAbsent } from '@linkspan/connector-kit/fields/dot-path'
import { mergeInto, placedFields } from '@linkspan/connector-kit/fields/placed-fields'
import { type CsvDialect, writeCsv } from '@linkspan/connector-kit/files/csv/write-csv'
import { buildXml, element, type XmlNode } from '@linkspan/connector-kit/xml/build-xml'
import { fillTemplate } from '@linkspan/connector-kit/xml/fill-template'
import { AppError, type Fields, isFields, type OutgoingRecord } from '@linkspan/core/connector'
import type { SftpPush } from '../settings.ts'

/** Fields that only we use, which are not written for the ERP. */
const internalFields: ReadonlySet<string> = new Set([
  'sourceUpdatedAt',
  'sourceVersion',
  'statusRaw',
  'typeRaw',
  'paymentStatusRaw',
  'ourReference',
  'erpId',
  'action',
])

/** Columns that every CSV file has, in this order, even if an order lacks the fields. */
const orderColumns = [
  'ourReference erpId action orderNumber customerReference customerId customerName orderDate requestedDeliveryDate currency subtotal taxTotal total',
  'shipTo.name shipTo.line1 shipTo.line2 shipTo.city shipTo.region shipTo.postalCode shipTo.country',
  'line.lineNumber line.sku line.description line.quantity line.uom line.unitPrice line.lineTotal',
].flatMap((names) => names.split(' '))

/** The content of a file: our reference, the ERP's id if there is one, whether the record is new, and these of its fields. */
const contentOf = ({ reference, erpId }: OutgoingRecord, fields: Fields): Record<string, unknown> => ({
  ourReference: reference,
  ...(erpId !== null && { erpId }),
  action: erpId === null ? 'create' : 'update',
  ...Object.fromEntries(Object.entries(fields).filter(([name, value]) => !internalFields.has(name) && !isAbsent(value))),
})

/** The same with mapped fields at their paths. */
function placedContent(record: OutgoingRecord): Record<string, unknown> {
  const { row, rest } = placedFields(record)
  const whole = contentOf(record, rest)
  mergeInto(whole, row)
  return whole
}

/** The same for a template, which may show a mapped field by its path or by its canonical name. */
function templateContent(record: OutgoingRecord): Record<string, unknown> {
  const whole = structuredClone(contentOf(record, record.data))
  mergeInto(whole, placedFields(record).row)
  return whole
}

/** The default extension of each format. */
export const endings: Readonly<Record<SftpPush['format'], string>> = { csv: '.csv', json: '.json', xml: '.xml', template: '.xml' }

/** The media type of each format. */
export const contentTypes: Readonly<Record<SftpPush['format'], string>> = {
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  template: 'application/xml',
}

/** Renders a record as a file: JSON, XML, CSV with one row per line of the record, or the client's own template. */
export async function renderRecord(record: OutgoingRecord, { format, csv, template }: SftpPush): Promise<Buffer> {
  switch (format) {
    case 'json':
      return Buffer.from(`${JSON.stringify(placedContent(record), null, 2)}\n`)
    case 'xml':
      return Buffer.from(buildXml(element('Order', {}, toNodes(placedContent(record)))))
    case 'template':
      if (template === undefined)
        throw new AppError(
          'setup.settings-invalid',
          'Orders are set to be written by a template: enter it in settings.push.orders.template',
        )
      return Buffer.from(await fillTemplate(template, templateContent(record)))
    case 'csv':
      return toCsv(record, csv)
  }
}

/** The text of a rendered record. */
export async function textOf(bytes: Buffer, { format, csv }: SftpPush): Promise<string> {
  if (format !== 'csv') return bytes.toString()
  const { default: iconv } = await import('iconv-lite')
  return iconv.decode(bytes, csv.encoding)
}

/** One element for each field, by its name. An item of `lines` is an element `line`, an item of any other list an `item`. */
const toNodes = (fields: Readonly<Record<string, unknown>>): XmlNode[] =>
  Object.entries(fields)
    .filter(([, value]) => !isAbsent(value))
    .map(([name, value]) => {
      if (Array.isArray(value))
        return element(
          name,
          {},
          value.map((item) => toNode(name === 'lines' ? 'line' : 'item', item)),
        )
      return toNode(name, value)
    })

const toNode = (name: string, value: unknown): XmlNode =>
  isFields(value) ? element(name, {}, toNodes(value)) : element(name, {}, String(value))

/** One row for each line of the record. Mapped fields have the names of their columns, without a prefix. */
async function toCsv(record: OutgoingRecord, dialect: CsvDialect): Promise<Buffer> {
  const { row, rest } = placedFields(record)
  const { lines: ownLines, ...head } = contentOf(record, rest)
  const { lines: mappedLines, ...mappedHead } = row
  const shared = { ...flat(head, ''), ...flat(mappedHead, '') }
  const [own, mapped] = [itemsOf(ownLines), itemsOf(mappedLines)]
  const rows = Array.from({ length: Math.max(own.length, mapped.length, 1) }, (_, at) => ({
    ...shared,
    ...flat(own[at], 'line.'),
    ...flat(mapped[at], ''),
  }))
  const columns = [...new Set([...orderColumns, ...rows.flatMap((row) => Object.keys(row))])]
  const parts: Buffer[] = []
  for await (const part of writeCsv(
    rows,
    columns.map((name) => ({ name })),
    dialect,
  ))
    parts.push(part)
  return Buffer.concat(parts)
}

const itemsOf = (list: unknown): readonly unknown[] => (Array.isArray(list) ? list : [])

/** Flattens nested objects into columns like `shipTo.city`. Lists of plain values are joined by spaces. */
function flat(value: unknown, prefix: string): Record<string, string> {
  if (!isFields(value)) return {}
  const cells: Record<string, string> = {}
  for (const [name, inner] of Object.entries(value)) {
    if (isAbsent(inner)) continue
    if (isFields(inner)) Object.assign(cells, flat(inner, `${prefix}${name}.`))
    else cells[`${prefix}${name}`] = Array.isArray(inner) ? inner.map(String).join(' ') : String(inner)
  }
  return cells
}
