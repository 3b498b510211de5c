import { z } from 'zod'

/** How a file is wrapped, outermost first. */
export const Layer = z.enum(['pgp', 'gzip', 'zip'])
export type Layer = z.infer<typeof Layer>

const oneSign = z.string().length(1)
const Encoding = z.string().min(1).max(40).default('utf-8').describe('Encoding of the text, as in "utf-8", "utf-16le" or "windows-1252".')

export const CsvFormat = z.strictObject({
  kind: z.literal('csv'),
  encoding: Encoding,
  delimiter: oneSign.default(',').describe('Sign between two cells.'),
  quote: oneSign.nullable().default('"').describe('Sign around a cell; null where there is none.'),
  escape: oneSign.default('"').describe('Sign before a quote that belongs to the cell.'),
  columns: z.array(z.string().min(1)).min(1).optional().describe('Names of the columns, where the file has no header row.'),
  trailer: z
    .strictObject({ mark: z.string().min(1), countColumn: z.int().min(2).default(2) })
    .optional()
    .describe('The last row, which tells how many rows there are: what its first cell says, and which cell has the number.'),
})
export type CsvFormat = z.infer<typeof CsvFormat>

export const JsonFormat = z.strictObject({
  kind: z.literal('json'),
  encoding: Encoding,
  path: z.string().default('').describe('Where the list of rows lies, as in "data.items"; empty where the file is the list.'),
})
export type JsonFormat = z.infer<typeof JsonFormat>

export const NdjsonFormat = z.strictObject({ kind: z.literal('ndjson'), encoding: Encoding })
export type NdjsonFormat = z.infer<typeof NdjsonFormat>

export const XmlFormat = z.strictObject({
  kind: z.literal('xml'),
  encoding: Encoding,
  path: z.string().min(1).describe('Names of the elements that lead to a row, as in "Catalog/Product".'),
})
export type XmlFormat = z.infer<typeof XmlFormat>

export const XlsxFormat = z.strictObject({
  kind: z.literal('xlsx'),
  sheet: z.string().min(1).optional().describe('Name of the sheet; the first one where none is named.'),
})
export type XlsxFormat = z.infer<typeof XlsxFormat>

/** How to read the rows of a file. The settings of a connection fix it; a preview proposes it. */
export const FileFormat = z.discriminatedUnion('kind', [CsvFormat, JsonFormat, NdjsonFormat, XmlFormat, XlsxFormat])
export type FileFormat = z.infer<typeof FileFormat>
export type FileKind = FileFormat['kind']

const layerOf: Readonly<Record<string, Layer>> = { pgp: 'pgp', gpg: 'pgp', asc: 'pgp', gz: 'gzip', gzip: 'gzip', zip: 'zip' }
const kindOf: Readonly<Record<string, FileKind>> = {
  csv: 'csv',
  tsv: 'csv',
  txt: 'csv',
  json: 'json',
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  xml: 'xml',
  xlsx: 'xlsx',
}

/** What the name of a file says: `orders.csv.gz.pgp` is a CSV within gzip within PGP. A kind that no extension names is null. */
export function readName(name: string): { readonly layers: readonly Layer[]; readonly kind: FileKind | null } {
  const extensions = name.toLowerCase().split('.').slice(1)
  const layers: Layer[] = []
  for (let last = extensions.at(-1); last !== undefined && Object.hasOwn(layerOf, last); last = extensions.at(-1)) {
    layers.push(layerOf[last] as Layer)
    extensions.pop()
  }
  const last = extensions.at(-1) ?? ''
  return { layers, kind: Object.hasOwn(kindOf, last) ? (kindOf[last] as FileKind) : null }
}
