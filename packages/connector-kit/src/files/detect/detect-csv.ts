import { headerIndex, maxHeaderRows } from '../csv/find-header.ts'

const delimiters = [';', '\t', '|', '^', ',']

/** How many lines a title above the header has at most. */
const maxTitleLines = 10

/** The first line that has a delimiter, else the first that is not blank; without its quoted parts. */
function headerOf(text: string): string {
  const lines = text
    .split(/\r\n|\n|\r/, 100)
    .filter((candidate) => candidate.trim() !== '')
    .slice(0, maxTitleLines)
    .map((line) => line.replace(/"(?:[^"]|"")*"/g, ''))
  return lines.find((line) => delimiters.some((sign) => line.includes(sign))) ?? lines[0] ?? ''
}

/**
 * Guesses the dialect of a CSV file from its header line and its quotes; if the rows do not fit the header then, the delimiter under which all
 * of them do (docs/erp/sftp-files.md#csv-dialects).
 */
export async function detectCsv(text: string): Promise<DetectedCsv> {
  const plain = text.replace(/^\uFEFF/, '')
  const declared = /^"?sep=(.)"?\1*(?:\r|\n)/i.exec(plain)?.[1]
  const guessed = declared ?? delimiterOf(headerOf(plain))
  const dialect = await withQuotes(plain, guessed)
  const rows = await rowsOf(plain, dialect)
  const found = declared === undefined && !areRegular(rows) ? await regularDialect(plain, guessed) : null
  return { ...(found ?? dialect), ...(leavesCellsOut(found === null ? rows : []) && { shortRows: 'blank' as const }) }
}

function delimiterOf(header: string): string {
  const counts = delimiters.map((sign) => header.split(sign).length - 1)
  const maxCount = Math.max(...counts)
  return maxCount === 0 ? ',' : (delimiters[counts.indexOf(maxCount)] ?? ',')
}

async function withQuotes(plain: string, delimiter: string): Promise<CsvDialect> {
  const isSingle = !plain.includes('"') && plain.startsWith("'") && plain.split(`'${delimiter}'`).length > 2
  const quote = isSingle ? "'" : '"'
  const isEscaped = plain.includes(`\\${quote}`) && !new RegExp(`[^${quote}\\\\]${quote}${quote}[^${quote}]`).test(plain)
  if (!isEscaped) return { delimiter, quote, escape: quote }
  const escapes = await Promise.all(['\\', quote].map((sign) => fittingRows(plain, { delimiter, quote, escape: sign })))
  return { delimiter, quote, escape: (escapes[0] ?? 0) >= (escapes[1] ?? 0) ? '\\' : quote }
}

/** The dialect with another delimiter under which all rows have as many cells as the header. Null if there is none. */
async function regularDialect(plain: string, guessed: string): Promise<CsvDialect | null> {
  for (const delimiter of delimiters) {
    if (delimiter === guessed || !plain.includes(delimiter)) continue
    const dialect = await withQuotes(plain, delimiter)
    if (areRegular(await rowsOf(plain, dialect))) return dialect
  }
  return null
}

/** Whether all rows below the header, of which there are some, have as many cells as it, and at least two. */
function areRegular(rows: readonly string[][]): boolean {
  const [header, ...below] = rows.slice(headerIndex(rows.slice(0, maxHeaderRows)))
  return header !== undefined && header.length > 1 && below.length > 0 && below.every((row) => row.length === header.length)
}

/** How many of the rows must be short, and how many at least, before cells are taken to be left out. */
const [minShortShare, minShortRows] = [0.1, 2]

/**
 * Whether the sender leaves out blank cells at the end of rows: a good part of the rows is short, no row ends with a blank cell, and the short
 * rows are no rows that a line end has cut in two.
 */
function leavesCellsOut(rows: readonly string[][]): boolean {
  const [header = [], ...below] = rows.slice(headerIndex(rows.slice(0, maxHeaderRows)))
  const isShort = (row: readonly string[] | undefined) => row !== undefined && row.length < header.length
  const short = below.filter(isShort).length
  if (short < Math.max(minShortRows, below.length * minShortShare) || short === below.length) return false
  return !areCut(below, header.length) && below.every((row) => row.length > 1 && row.length <= header.length && row.at(-1)?.trim() !== '')
}

/** Whether each short row and its neighbour have the cells of one row together: then a line end within a cell has cut it in two. */
function areCut(rows: readonly string[][], width: number): boolean {
  for (let at = 0; at < rows.length; at++) {
    const [one = [], next = []] = rows.slice(at, at + 2)
    if (one.length >= width) continue
    if (one.length + next.length !== width + 1) return false
    at++
  }
  return true
}

interface DetectedCsv extends CsvDialect {
  readonly shortRows?: 'blank'
}

interface CsvDialect {
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
}

/** How many rows have as many cells as the first one, if the text is read in this dialect. */
async function fittingRows(text: string, dialect: CsvDialect): Promise<number> {
  const rows = await rowsOf(text, dialect)
  return rows.filter((row) => row.length === rows[0]?.length && !row.some((cell) => /[\r\n]/.test(cell))).length
}

/** The complete rows of a text, read in this dialect; none if it cannot be read so. */
async function rowsOf(text: string, dialect: CsvDialect): Promise<string[][]> {
  const { parse } = await import('csv-parse/sync')
  const lines = text.slice(0, Math.max(text.lastIndexOf('\n') + 1, 0)) || text
  try {
    return parse(lines.replace(/^"?sep=.*(?:\r\n|\n|\r)/i, ''), {
      ...dialect,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    })
  } catch {
    return []
  }
}
