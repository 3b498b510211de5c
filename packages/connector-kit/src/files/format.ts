import { z } from 'zod'

/** A wrapping that can be taken off a file. */
export const Layer = z.enum(['pgp', 'gzip', 'zip'])
export type Layer = z.infer<typeof Layer>

const oneCharacter = z.string().length(1)
const Encoding = z.string().min(1).max(40).default('utf-8').describe('The text encoding, such as "utf-8", "utf-16le" or "windows-1252".')

const skipLines = z.int().min(0).max(1000).optional()

export const CsvFormat = z.strictObject({
  kind: z.literal('csv'),
  encoding: Encoding,
  delimiter: oneCharacter.default(',').describe('The character between two cells.'),
  quote: oneCharacter.nullable().default('"').describe('The character around a cell; null if cells are not quoted.'),
  escape: oneCharacter.default('"').describe('The character before a quote within a cell.'),
  columns: z.array(z.string().min(1)).min(1).optional().describe('The names of the columns, if the file has no header row.'),
  skipLines: skipLines.describe(
    'How many lines above the header to skip. Without it, titles above the header are recognised if they are clear.',
  ),
  shortRows: z
    .enum(['reject', 'blank'])
    .optional()
    .describe(
      'What to do with rows that have fewer cells than the header: reject them, or take the cells that are left out at the end as blank.',
    ),
  trailer: z
    .strictObject({ mark: z.string().min(1), countColumn: z.int().min(2).default(2) })
    .optional()
    .describe('The last row, if it holds the number of rows: the text of its first cell, and which cell has the number.'),
})
export type CsvFormat = z.infer<typeof CsvFormat>

export const JsonFormat = z.strictObject({
  kind: z.literal('json'),
  encoding: Encoding,
  path: z.string().default('').describe('The path to the list of rows, such as "data.items"; empty if the file itself is the list.'),
})
export type JsonFormat = z.infer<typeof JsonFormat>

export const NdjsonFormat = z.strictObject({ kind: z.literal('ndjson'), encoding: Encoding })
export type NdjsonFormat = z.infer<typeof NdjsonFormat>

export const XmlFormat = z.strictObject({
  kind: z.literal('xml'),
  encoding: Encoding.default('auto').describe('Encoding of the text; "auto" is the one that the document itself declares.'),
  path: z.string().min(1).describe('The path of element names to a row, such as "Catalog/Product".'),
})
export type XmlFormat = z.infer<typeof XmlFormat>

export const XlsxFormat = z.strictObject({
  kind: z.literal('xlsx'),
  sheet: z.string().min(1).optional().describe('The name of the sheet. By default the first one.'),
  skipLines: skipLines.describe(
    'How many rows above the header to skip. Without it, titles above the header are recognised if they are clear.',
  ),
})
export type XlsxFormat = z.infer<typeof XlsxFormat>

/** How to read the rows of a file. Set in the settings of a connection, or detected; a preview proposes it. */
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

/** Reads the extensions of a file name: `orders.csv.gz.pgp` is CSV within gzip within PGP. `kind` is null if no extension names one. */
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
