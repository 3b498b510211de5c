import { isAscii } from 'node:buffer'
import { once } from 'node:events'
import type { Parser } from 'csv-parse'
import { truncated, unreadable } from '../file-errors.ts'
import { Batches, type FileBatch, inBatches, type Start } from '../file-row.ts'
import type { CsvFormat } from '../format.ts'
import { peek, without } from '../text/chunks.ts'
import { readText } from '../text/text-source.ts'
import { CsvRows } from './csv-rows.ts'

/** The longest row, in characters, so that an unclosed quote does not fill memory. */
const maxRowLength = 1_000_000
/** How much of a file the lines above the header may take, in bytes. */
const maxSkippedLength = 65_536
const excelHint = /^"?sep=(.)"?\1*(\r\n|\n|\r)/i

/**
 * Reads CSV of any dialect (docs/erp/sftp-files.md#csv-dialects). Blank rows and repeated headers are skipped; a row with too few or too
 * many cells has a fault of its own. Throws `file.unreadable`, or `file.truncated` for an unclosed quote or a wrong trailer, both after
 * yielding the good rows before.
 */
export async function* readCsv(bytes: AsyncIterable<Buffer>, format: CsvFormat, start: Start): AsyncGenerator<FileBatch> {
  const { parse } = await import('csv-parse')
  const source = await readText(bytes, format.encoding, start)
  const skipLines = start.resume ? 0 : (format.skipLines ?? 0)
  const { head, all } = await peek(source.chunks, skipLines > 0 ? maxSkippedLength : 64)
  const hint = start.resume ? null : excelHint.exec(head.toString())
  if (hint && hint[1] !== format.delimiter) {
    throw unreadable(`The file says "${hint[0].trim()}" but is read with "${format.delimiter}". Set the delimiter "${hint[1]}".`)
  }
  const hinted = hint ? Buffer.byteLength(hint[0]) : 0
  const skipped = hinted + lengthOfLines(head.subarray(hinted), skipLines)
  const batches = new Batches()
  const rows = new CsvRows(format, start.resume, (hint ? 2 : 1) + skipLines, batches, (position) => source.offsetAt(position + skipped))
  const parser: Parser = parse({
    delimiter: format.delimiter,
    quote: format.quote ?? false,
    escape: format.escape,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRowLength,
    on_record: (cells, context) => {
      rows.take(cells, context)
      return null
    },
  })
  parser.on('error', () => {})
  parser.resume()

  async function* steps(): AsyncGenerator<void> {
    try {
      for await (const chunk of skipped === 0 ? all : without(all, skipped)) {
        if (!isAscii(chunk)) rows.mayHaveMarks = true
        await new Promise<void>((done, fail) => parser.write(chunk, (error) => (error ? fail(error) : done())))
        yield
      }
      const ended = once(parser, 'end')
      parser.end()
      await ended
      rows.end()
    } catch (thrown) {
      rows.settleHeader()
      throw toFileError(thrown, rows.line)
    } finally {
      parser.destroy()
    }
  }
  yield* inBatches(batches, steps())
}

/** The length of the first lines, in bytes. */
function lengthOfLines(head: Buffer, count: number): number {
  const text = head.toString('latin1')
  let length = 0
  for (let line = 0; line < count; line++) {
    const end = /\r\n|\n|\r/.exec(text.slice(length))
    if (end === null) return text.length
    length += end.index + end[0].length
  }
  return length
}

function toFileError(thrown: unknown, line: number): unknown {
  const { code } = thrown as { readonly code?: string }
  if (code === 'CSV_QUOTE_NOT_CLOSED') {
    return truncated(`The row that begins at line ${line} has a quote that is never closed`, { line }, thrown)
  }
  if (code === 'CSV_MAX_RECORD_SIZE') {
    const message = `The row that begins at line ${line} is longer than ${maxRowLength} characters`
    return unreadable(`${message}: perhaps a quote is never closed there, or the delimiter or quote is wrong`, { line }, thrown)
  }
  return code?.startsWith('CSV_') ? unreadable(`Line ${line} is not valid CSV: ${(thrown as Error).message}`, { line }, thrown) : thrown
}
