import iconv from 'iconv-lite'
import { findXmlEncoding } from '../../xml/xml-encoding.ts'
import { XmlFault } from '../../xml/xml-fault.ts'
import { FileFormat, type FileKind, readName } from '../format.ts'
import { declaredEncoding, detectEncoding } from '../text/encoding.ts'
import { assertIsData } from './assert-is-data.ts'
import { detectCsv } from './detect-csv.ts'
import { detectJson, detectXml } from './detect-tree.ts'

/**
 * Guesses the format of a file from its name and its beginning, which must be unpacked. Throws `file.unreadable` for a page of HTML and for
 * the JSON of an error.
 */
export async function detectFormat(head: Buffer, name: string): Promise<FileFormat> {
  const detected = detectEncoding(head)
  const text = iconv.decode(head, detected)
  assertIsData(text)
  const kind = kindOf(head, text, readName(name).kind)
  const encoding = kind === 'xml' ? xmlEncodingOf(head, detected) : detected
  return FileFormat.parse(await proposal(kind, text, encoding))
}

/** The encoding as the XML document itself names it, or the detected one if that cannot be read. */
function xmlEncodingOf(head: Buffer, detected: string): string {
  try {
    const found = findXmlEncoding(head)
    return found === 'windows-1252' ? (declaredEncoding(head)?.toLowerCase() ?? found) : found.toLowerCase()
  } catch (thrown) {
    if (thrown instanceof XmlFault) return detected
    throw thrown
  }
}

/** The kind of a file. Content counts more than the name. */
function kindOf(sample: Buffer, text: string, named: FileKind | null): FileKind {
  const begin = text.trimStart()
  if (sample.toString('latin1', 0, 4) === 'PK\u0003\u0004') return 'xlsx'
  if (begin.startsWith('<')) return 'xml'
  if (begin.startsWith('{')) return named === 'json' ? 'json' : isNdjson(begin) ? 'ndjson' : 'json'
  if (begin.startsWith('[') && named !== 'csv') return 'json'
  return 'csv'
}

function isNdjson(text: string): boolean {
  try {
    return typeof JSON.parse(text.split('\n', 1)[0] ?? '') === 'object'
  } catch {
    return false
  }
}

async function proposal(kind: FileKind, text: string, encoding: string): Promise<object> {
  if (kind === 'csv') return { kind, encoding, ...(await detectCsv(text)) }
  if (kind === 'json') return { kind, encoding, path: detectJson(text) }
  if (kind === 'xml') return { kind, encoding, path: await detectXml(text) }
  return kind === 'xlsx' ? { kind } : { kind, encoding }
}
