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

/** Guesses the dialect of a CSV file from its header line and its quotes (docs/erp/sftp-files.md#csv-dialects). */
export async function detectCsv(text: string): Promise<CsvDialect> {
  const plain = text.replace(/^\uFEFF/, '')
  const declared = /^"?sep=(.)"?\1*(?:\r|\n)/i.exec(plain)?.[1]
  const header = headerOf(plain)
  const counts = delimiters.map((sign) => header.split(sign).length - 1)
  const maxCount = Math.max(...counts)
  const delimiter = declared ?? (maxCount === 0 ? ',' : (delimiters[counts.indexOf(maxCount)] ?? ','))
  const isSingle = !plain.includes('"') && plain.startsWith("'") && plain.split(`'${delimiter}'`).length > 2
  const quote = isSingle ? "'" : '"'
  const isEscaped = plain.includes(`\\${quote}`) && !new RegExp(`[^${quote}\\\\]${quote}${quote}[^${quote}]`).test(plain)
  if (!isEscaped) return { delimiter, quote, escape: quote }
  const escapes = await Promise.all(['\\', quote].map((sign) => fittingRows(plain, { delimiter, quote, escape: sign })))
  return { delimiter, quote, escape: (escapes[0] ?? 0) >= (escapes[1] ?? 0) ? '\\' : quote }
}

interface CsvDialect {
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
}

/** How many rows have as many cells as the first one, if the text is read in this dialect. */
async function fittingRows(text: string, dialect: CsvDialect): Promise<number> {
  const { parse } = await import('csv-parse/sync')
  const lines = text.slice(0, Math.max(text.lastIndexOf('\n') + 1, 0)) || text
  try {
    const rows: string[][] = parse(lines, { ...dialect, relax_quotes: true, relax_column_count: true, skip_empty_lines: true })
    return rows.filter((row) => row.length === rows[0]?.length && !row.some((cell) => /[\r\n]/.test(cell))).length
  } catch {
    return 0
  }
}
