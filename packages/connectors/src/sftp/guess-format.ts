import { detectEncoding } from '../files/encoding.ts'
import { CsvFormat, FileFormat, readName } from '../files/format.ts'

const delimiters = [',', ';', '\t', '|', '^'] as const

/** How a file is most likely written, by its name and its first bytes. Settings come before it. */
export function guessFormat(name: string, head: Buffer): FileFormat {
  const { kind } = readName(name)
  const encoding = detectEncoding(head)
  const text = head.toString('latin1').replaceAll('\0', '')
  if (kind === 'xml') return FileFormat.parse({ kind, encoding, path: elementsIn(text) })
  if (kind === 'json') return FileFormat.parse({ kind, encoding, path: listIn(text) })
  if (kind === 'ndjson') return FileFormat.parse({ kind, encoding })
  if (kind === 'xlsx') return FileFormat.parse({ kind })
  return CsvFormat.parse({ kind: 'csv', encoding, delimiter: delimiterIn(text) })
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

/** The names of the outermost element and of the first one in it: mostly a list and its rows. */
function elementsIn(text: string): string {
  const plain = text.replace(/<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<![^>]*>/g, '')
  const [root = '', row = ''] = [...plain.matchAll(/<([^\s<>/]+)/g)].map(([, name = '']) => name)
  return `${root}/${row}`
}

/** Where the list is in a document of JSON: under the first name that has one, or the document itself. */
function listIn(text: string): string {
  return /^[^"[]*\{\s*(?:"[^"]*"\s*:\s*(?:"[^"]*"|[^[{",]+)\s*,\s*)*"([^"]+)"\s*:\s*\[/.exec(text)?.[1] ?? ''
}
