import { AppError } from '@linkspan/core/connector'
import { z } from 'zod'

export const CsvDialect = z.strictObject({
  delimiter: z.string().length(1).default(','),
  quote: z.string().length(1).default('"'),
  escape: z.string().length(1).default('"'),
  lineEnd: z.enum(['\r\n', '\n']).default('\r\n'),
  encoding: z.string().min(1).max(40).default('utf-8'),
  mark: z.boolean().default(false).describe('Whether the file begins with a byte order mark, which Excel needs to recognise UTF-8.'),
  guardFormulas: z
    .boolean()
    .default(true)
    .describe(
      'Whether text that a spreadsheet would run as a formula gets a leading apostrophe. Turn it off if only machines read the files.',
    ),
})
export type CsvDialect = z.infer<typeof CsvDialect>

export interface CsvColumn {
  readonly name: string
  /** Numbers are never guarded as formulas: a leading minus is harmless. */
  readonly isNumeric?: boolean
}

const formula = /^[=+\-@\t\r]/
/** Numbers and telephone numbers may begin with + or -, and are harmless (docs/erp/sftp-files.md#formulas-in-cells). */
const harmless = /^[+-][\d\s().,/-]*$/

const batchSize = 1000

/**
 * Writes rows as CSV, with a header row first. Null and undefined become empty cells. Throws `record.invalid` for a character that the
 * encoding lacks.
 */
export async function* writeCsv(
  rows: AsyncIterable<Readonly<Record<string, unknown>>> | Iterable<Readonly<Record<string, unknown>>>,
  columns: readonly CsvColumn[],
  dialect: CsvDialect,
): AsyncGenerator<Buffer> {
  const [{ stringify }, { default: iconv }] = await Promise.all([import('csv-stringify/sync'), import('iconv-lite')])
  const options = {
    delimiter: dialect.delimiter,
    quote: dialect.quote,
    escape: dialect.escape,
    record_delimiter: dialect.lineEnd,
    quoted_match: /[\r\n]|^sep=/i,
  }
  const encode = (cells: readonly (readonly string[])[]): Buffer => {
    const text = stringify(cells as string[][], options)
    const bytes = iconv.encode(text, dialect.encoding)
    if (!/^utf-?(8|16le|16be)$/i.test(dialect.encoding) && iconv.decode(bytes, dialect.encoding) !== text)
      throw encodingError(cells, dialect, iconv)
    return bytes
  }
  if (dialect.mark) yield iconv.encode('\uFEFF', dialect.encoding)
  let cells: string[][] = [columns.map(({ name }) => name)]
  for await (const row of rows) {
    cells.push(columns.map(({ name, isNumeric }) => cellOf(row[name], dialect.guardFormulas && isNumeric !== true)))
    if (cells.length < batchSize) continue
    yield encode(cells)
    cells = []
  }
  if (cells.length > 0) yield encode(cells)
}

function cellOf(value: unknown, isGuarded: boolean): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return typeof value === 'object' ? JSON.stringify(value) : String(value)
  return isGuarded && formula.test(value) && !harmless.test(value) ? `'${value}` : value
}

function encodingError(
  cells: readonly (readonly string[])[],
  { encoding }: CsvDialect,
  iconv: Pick<typeof import('iconv-lite'), 'encode' | 'decode'>,
): AppError {
  const unencodable = cells.flat().find((cell) => iconv.decode(iconv.encode(cell, encoding), encoding) !== cell) ?? ''
  return new AppError(
    'record.invalid',
    `"${unencodable.slice(0, 100)}" has a character that ${encoding} lacks. Set an encoding that has it, such as utf-8.`,
  )
}
