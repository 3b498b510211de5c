import { detectEncoding } from '../files/encoding.ts'
import { CsvFormat, FileFormat, readName } from '../files/format.ts'

const delimiters = [',', ';', '\t', '|', '^'] as const

/** How a file is most likely written, by its name and its first bytes. Settings come before it. */
export function guessFormat(name: string, head: Buffer): FileFormat {
  const { kind } = readName(name)
  const encoding = detectEncoding(head)
  if (kind !== null && kind !== 'csv') return FileFormat.parse({ kind, encoding })
  return CsvFormat.parse({ kind: 'csv', encoding, delimiter: delimiterIn(head.toString('latin1')) })
}

/** Which delimiter the first line has most of, outside of quotes. */
function delimiterIn(text: string): string {
  const header =
    text
      .replaceAll('\0', '')
      .replace(/"[^"]*"/g, '')
      .split(/[\r\n]/, 1)[0] ?? ''
  const counted = delimiters.map((delimiter) => ({ delimiter, count: header.split(delimiter).length - 1 }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter
}
