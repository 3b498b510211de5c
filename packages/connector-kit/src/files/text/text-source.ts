import { AppError } from '@linkspan/core/connector'
import iconv from 'iconv-lite'
import { unreadable } from '../file-errors.ts'
import type { Start } from '../file-row.ts'
import { peek, small, without } from './chunks.ts'
import { type DecodeContext, fromLegacy, fromUtf8, fromUtf16 } from './decode-text.ts'
import { markOf } from './encoding.ts'
import { OffsetCounter } from './offset-counter.ts'

/** The text of a file as valid UTF-8, whatever its own encoding is. */
export interface TextSource {
  readonly chunks: AsyncIterable<Buffer>
  /**
   * The byte in the file for a position in the UTF-8 text; null if the encoding makes it impossible to tell. Positions must not decrease.
   */
  offsetAt(position: number): number | null
}

const wide = new Set(['utf16le', 'utf16be', 'utf16', 'ucs2'])
const plain = (label: string): string => label.toLowerCase().replace(/[-_\s]/g, '')

/**
 * Decodes text strictly. Bytes that the encoding does not have are an error, which names the line and suggests an encoding. A byte order
 * mark is removed; one that contradicts the given encoding is an error too. Throws `file.unreadable`, `file.truncated` if the file ends in
 * the middle of a character, `setup.settings-invalid` if the encoding is unknown.
 */
export async function readText(bytes: AsyncIterable<Buffer>, encoding: string, { resume, isPlain }: Start): Promise<TextSource> {
  const label = plain(encoding)
  if (label !== 'utf8' && !wide.has(label) && !iconv.encodingExists(encoding)) {
    throw new AppError('setup.settings-invalid', `The encoding "${encoding}" is unknown. "utf-8" and "windows-1252" are common ones.`)
  }
  const { head, all } = await peek(bytes, 4)
  const mark = resume === null ? markOf(head) : null
  if (mark && !agree(label, plain(mark.encoding))) {
    throw unreadable(
      `The file begins with the byte order mark of ${mark.encoding} and is read as ${encoding}. Set the encoding "${mark.encoding}".`,
    )
  }
  const skipped = mark?.length ?? 0
  const origin = (resume?.offset ?? 0) + skipped
  const chunks = small(without(all, skipped))
  const about: DecodeContext = { encoding, line: resume?.line ?? 1 }
  const unknown = () => null
  if (label === 'utf8') return { chunks: fromUtf8(chunks, about), offsetAt: isPlain ? (position) => origin + position : unknown }
  if (wide.has(label)) {
    const counter = new OffsetCounter(origin, (text) => text.length * 2)
    const order = label === 'utf16be' || mark?.encoding === 'utf-16be' ? 'utf-16be' : 'utf-16le'
    const text = fromUtf16(chunks, order, about)
    return isPlain
      ? { chunks: counter.watch(text), offsetAt: (position) => counter.offsetAt(position) }
      : { chunks: text, offsetAt: unknown }
  }
  const text = fromLegacy(chunks, about)
  if (!isPlain || !isSingleByte(encoding)) return { chunks: text, offsetAt: unknown }
  const counter = new OffsetCounter(origin, (decoded) => decoded.length)
  return { chunks: counter.watch(text), offsetAt: (position) => counter.offsetAt(position) }
}

const agree = (label: string, marked: string): boolean =>
  label === marked || (wide.has(label) && label !== 'utf16be' && marked === 'utf16le') || (label === 'utf16' && marked === 'utf16be')

function isSingleByte(encoding: string): boolean {
  return iconv.decode(Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), encoding, { stripBOM: false }).length === 256
}
