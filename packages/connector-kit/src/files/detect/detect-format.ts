import { isAscii } from 'node:buffer'
import iconv from 'iconv-lite'
import { FileFormat, type FileKind, readName } from '../format.ts'
import { detectEncoding } from '../text/encoding.ts'
import { detectCsv } from './detect-csv.ts'
import { detectJson, detectXml } from './detect-tree.ts'

/** Proposes how to read a file, by its name and its unpacked beginning. */
export async function detectFormat(head: Buffer, name: string): Promise<FileFormat> {
  const seeming = detectEncoding(head)
  const text = iconv.decode(head, seeming)
  const kind = kindOf(head, text, readName(name).kind)
  const encoding = kind === 'xml' && isAscii(head) ? declaredIn(head, seeming) : seeming
  return FileFormat.parse(await proposal(kind, text, encoding))
}

/** Where only the rest of a document can have other signs than ASCII, it counts how the document says that they are written. */
function declaredIn(head: Buffer, seeming: string): string {
  const text = head.toString('latin1')
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(text)?.[1]?.toLowerCase()
  const isTrue = declared !== undefined && iconv.encodingExists(declared) && iconv.decode(head, declared) === text
  return isTrue && declared !== 'us-ascii' ? declared : seeming
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
