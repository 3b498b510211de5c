import { AppError } from '@linkspan/core'
import iconv from 'iconv-lite'
import { detectCsv } from './detect-csv.ts'
import { detectJson, detectXml } from './detect-tree.ts'
import { type DateGuess, type DecimalGuess, detectDateFormat, detectDecimal } from './detect-values.ts'
import { detectEncoding } from './encoding.ts'
import type { FileRow } from './file-row.ts'
import { FileFormat, type FileKind, readName } from './format.ts'
import { UnpackingLimits } from './limits.ts'
import { readRows } from './read-rows.ts'

/** What a file seems to be: a proposal for the settings, for a person to look at. */
export interface Detected {
  readonly format: FileFormat
  readonly columns: readonly string[]
  /** "unknown" where the sample allows both. */
  readonly decimal: DecimalGuess
  /** Null where there seem to be no dates, "unknown" where the sample allows several. */
  readonly dateFormat: DateGuess
}

/**
 * Looks at the first 64 KiB of a file, unpacked, and proposes how to read it (ERP-FACTS 10.4). Of a workbook, which is read from its end,
 * only the kind is told.
 */
export async function detectFormat(sample: Buffer, name: string): Promise<Detected> {
  const encoding = detectEncoding(sample)
  const text = iconv.decode(sample, encoding)
  const kind = kindOf(sample, text, readName(name).kind)
  const format = FileFormat.parse(await proposal(kind, text, encoding))
  if (format.kind === 'xlsx') return { format, columns: [], decimal: '.', dateFormat: null }
  const { rows, columns } = await rowsOf(wholeLines(text, sample.length), { ...format, encoding: 'utf-8' })
  const names = columns ?? [...new Set(rows.flatMap(({ row }) => Object.keys(row)))]
  const cells = names.map((column) => rows.map(({ row }) => row[column]).filter((cell): cell is string => typeof cell === 'string'))
  return { format, columns: names, decimal: detectDecimal(cells), dateFormat: detectDateFormat(cells) }
}

/** What the content is, counts more than the name says. */
function kindOf(sample: Buffer, text: string, named: FileKind | null): FileKind {
  const begin = text.trimStart()
  if (sample.toString('latin1', 0, 4) === 'PK\u0003\u0004') return 'xlsx'
  if (begin.startsWith('<')) return 'xml'
  if (begin.startsWith('{')) return named === 'json' ? 'json' : isByLines(begin) ? 'ndjson' : 'json'
  if (begin.startsWith('[') && named !== 'csv') return 'json'
  return 'csv'
}

function isByLines(text: string): boolean {
  try {
    return typeof JSON.parse(text.split('\n', 1)[0] ?? '') === 'object'
  } catch {
    return false
  }
}

async function proposal(kind: FileKind, text: string, encoding: string): Promise<object> {
  if (kind === 'csv') return { kind, encoding, ...detectCsv(text) }
  if (kind === 'json') return { kind, encoding, path: detectJson(text) }
  if (kind === 'xml') return { kind, encoding, path: await detectXml(text) }
  return kind === 'xlsx' ? { kind } : { kind, encoding }
}

/** As long as this, in bytes, the sample is mostly cut from a longer file. */
const sampleLength = 65_536

/** Without the last line where it may be cut: half a number says the wrong thing. */
const wholeLines = (text: string, length: number): string =>
  length < sampleLength ? text : text.slice(0, text.lastIndexOf('\n') + 1) || text

/** The sample of JSON or XML mostly ends in the middle of a row: what comes before it is good. */
async function rowsOf(text: string, format: FileFormat) {
  const rows: FileRow[] = []
  let columns: readonly string[] | null = null
  const source = async function* () {
    yield Buffer.from(text)
  }
  try {
    for await (const batch of readRows(source(), format, { layers: [], limits: UnpackingLimits.parse({}) })) {
      rows.push(...batch.rows)
      columns = batch.columns
    }
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'file.truncated') throw thrown
  }
  return { rows, columns }
}
