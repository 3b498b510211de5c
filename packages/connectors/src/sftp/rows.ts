import { Readable } from 'node:stream'
import { AppError } from '@linkspan/core'
import { z } from 'zod'
import { FileFormat } from './file-format.ts'

/** One row of a file, by the names of its columns. */
export interface FileRow {
  /** From 1; the names of the columns are no row. */
  readonly number: number
  /** Null where the row cannot be read: `fault` says why. */
  readonly values: Readonly<Record<string, string>> | null
  readonly fault?: string
}

/** Where reading goes on, in another process too. */
export const RowPosition = z.object({
  /** Of the first byte that is not read yet. */
  offset: z.int(),
  rows: z.int(),
  columns: z.array(z.string()),
  delimiter: z.string(),
})
export type RowPosition = z.infer<typeof RowPosition>

export interface RowBatch {
  readonly rows: readonly FileRow[]
  readonly next: RowPosition
  readonly isLast: boolean
}

export interface RowsOfFile {
  readonly name: string
  readonly format: FileFormat | undefined
  readonly batchSize: number
  /** Null: from the beginning. */
  readonly after: RowPosition | null
  /** The bytes from an offset on. */
  readonly bytes: (from: number) => AsyncIterable<Buffer>
}

const longestRow = 4 * 1024 * 1024
const delimiters = [',', ';', '\t', '|', '^'] as const

const unreadable = (name: string, words: string): AppError =>
  new AppError('setup.file-unreadable', `${name}: ${words}`, { details: { file: name } })

/** The rows of a file with columns, batch by batch; the last batch may be empty. Fails with `setup.file-unreadable` where it is cut off or none. */
export async function* readRows({ name, format = FileFormat.parse({}), batchSize, after, bytes }: RowsOfFile): AsyncGenerator<RowBatch> {
  const { parse } = await import('csv-parse')
  const decode = decoderFor(format.encoding)
  const start = after?.offset ?? 0
  const { source, first } = await peek(bytes(start))
  const delimiter = after?.delimiter ?? format.delimiter ?? delimiterIn(first)
  const parser = parse({
    bom: after === null,
    info: true,
    delimiter,
    quote: format.quote,
    escape: format.quote,
    encoding: format.encoding === 'utf-8' ? 'utf8' : 'latin1',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  })
  const input = Readable.from(source, { objectMode: false })
  input.on('error', (thrown) => parser.destroy(thrown))
  input.pipe(parser)

  let columns = after?.columns ?? format.columns ?? null
  let position = start
  let number = after?.rows ?? 0
  let trailer: readonly string[] | null = null
  let rows: FileRow[] = []
  const take = (isLast: boolean): RowBatch => {
    const batch = { rows, next: { offset: position, rows: number, columns: columns ?? [], delimiter }, isLast }
    rows = []
    return batch
  }
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { bytes: number } }>) {
      position = start + info.bytes
      const cells = record.map(decode)
      if (columns === null) {
        if (cells.length === 1 && /^sep=./i.test(cells[0] ?? '')) continue
        columns = namesOf(cells)
        continue
      }
      if (trailer !== null) throw unreadable(name, `there are rows after the last one, "${format.trailer?.begins}"`)
      if (format.trailer && cells[0]?.trim() === format.trailer.begins) {
        trailer = cells
        continue
      }
      if (cells.every((cell, at) => cell.trim() === columns?.[at])) continue // the names once more
      number += 1
      rows.push(toRow(cells, columns, number))
      if (rows.length >= batchSize) yield take(false)
    }
  } catch (thrown) {
    throw explain(thrown, name)
  } finally {
    input.destroy()
    parser.destroy()
  }
  if (columns === null) throw unreadable(name, 'it is empty; even a file without rows has the names of its columns')
  assertTrailer(name, format, trailer, number)
  yield take(true)
}

function namesOf(cells: readonly string[]): string[] {
  const names = cells.map((cell) => cell.trim().normalize('NFC'))
  while (names.at(-1) === '') names.pop()
  return names.map((name, at) => (name === '' || names.indexOf(name) < at ? `${name}#${at + 1}` : name))
}

function toRow(cells: readonly string[], columns: readonly string[], number: number): FileRow {
  const tooMany = cells.slice(columns.length).some((cell) => cell.trim() !== '')
  if (cells.length < columns.length || tooMany)
    return {
      number,
      values: null,
      fault: `row ${number} has ${cells.length} columns in place of ${columns.length}: ${cells.join(' | ').slice(0, 120)}`,
    }
  const broken = columns.find((_, at) => cells[at]?.includes('\uFFFD'))
  if (broken !== undefined)
    return { number, values: null, fault: `row ${number}, column ${broken}: the characters are not in the expected encoding` }
  return { number, values: Object.fromEntries(columns.map((name, at) => [name, cells[at] ?? ''])) }
}

function assertTrailer(name: string, { trailer }: FileFormat, found: readonly string[] | null, rows: number): void {
  if (!trailer) return
  if (found === null) throw unreadable(name, `its last row, "${trailer.begins}", is missing: it is cut off`)
  const told = trailer.count === undefined ? null : Number(found[trailer.count - 1])
  if (told !== null && told !== rows) throw unreadable(name, `its last row tells of ${told} rows, but there are ${rows}`)
}

function explain(thrown: unknown, name: string): unknown {
  const { code, message = '' } = thrown as { readonly code?: unknown; readonly message?: string }
  if (thrown instanceof AppError || typeof code !== 'string' || !code.startsWith('CSV_')) return thrown
  if (code === 'CSV_QUOTE_NOT_CLOSED') return unreadable(name, 'it ends within a quoted value: it is cut off, or a quote is missing')
  if (code === 'CSV_MAX_RECORD_SIZE') return unreadable(name, `a row is longer than ${longestRow} bytes; perhaps a quote is not closed`)
  return unreadable(name, message)
}

/** The parser reads single bytes as they are; what they mean is found here, so that positions stay those of the file. */
function decoderFor(encoding: FileFormat['encoding']): (cell: string) => string {
  if (encoding === 'utf-8') return (cell) => cell
  const decoder = new TextDecoder(encoding)
  return (cell) => decoder.decode(Buffer.from(cell, 'latin1'))
}

/** Which delimiter the first line has most of, outside of quotes. */
function delimiterIn(first: string): string {
  const line = first.replace(/^\uFEFF/, '')
  const told = /^sep=(.)/i.exec(line)
  if (told?.[1]) return told[1]
  const header = line.replace(/"[^"]*"/g, '').split(/[\r\n]/, 1)[0] ?? ''
  const counted = delimiters.map((delimiter) => ({ delimiter, count: header.split(delimiter).length - 1 }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}

/** The first bytes as text, and all of them again. */
async function peek(source: AsyncIterable<Buffer>): Promise<{ readonly first: string; readonly source: AsyncIterable<Buffer> }> {
  const iterator = source[Symbol.asyncIterator]()
  const held: Buffer[] = []
  let length = 0
  while (length < 65_536) {
    const { done, value } = await iterator.next()
    if (done) break
    held.push(value)
    length += value.length
  }
  async function* again(): AsyncGenerator<Buffer> {
    try {
      yield* held
      for (;;) {
        const { done, value } = await iterator.next()
        if (done) return
        yield value
      }
    } finally {
      await iterator.return?.()
    }
  }
  return { first: Buffer.concat(held).toString('utf8'), source: again() }
}
