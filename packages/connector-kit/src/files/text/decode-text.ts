import { isUtf8 } from 'node:buffer'
import type { AppError } from '@linkspan/core/connector'
import iconv from 'iconv-lite'
import { truncated, unreadable } from '../file-errors.ts'
import { detectEncoding, wholeUtf8 } from './encoding.ts'

/** What an error about undecodable bytes says about the file. */
export interface DecodeContext {
  readonly encoding: string
  /** The number of the first line of the text. */
  readonly line: number
}

const newline = 10

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count++
  return count
}

function undecodable({ encoding }: DecodeContext, line: number, bytes: Buffer): AppError {
  const guess = detectEncoding(bytes)
  const advice =
    guess === encoding.toLowerCase() ? 'Ask the sender for the encoding, and set it.' : `It may be ${guess}: set the encoding "${guess}".`
  return unreadable(`Line ${line} has bytes that are no ${encoding} text. ${advice}`, { line, encoding, proposed: guess })
}

const cutCharacter = ({ encoding }: DecodeContext): AppError =>
  truncated(`The file ends in the middle of a character (${encoding})`, { encoding })

/** The length of the part that is valid UTF-8. */
function firstFault(bytes: Buffer): number {
  let [good, bad] = [0, bytes.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    const part = bytes.subarray(0, middle)
    if (isUtf8(part.subarray(0, wholeUtf8(part)))) good = middle
    else bad = middle
  }
  return good
}

/** Passes on UTF-8 in chunks of whole characters. Throws `file.unreadable` or, if a character is cut off at the end, `file.truncated`. */
export async function* fromUtf8(chunks: AsyncIterable<Buffer>, about: DecodeContext): AsyncGenerator<Buffer> {
  let line = about.line
  let carried: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const bytes = carried.length === 0 ? chunk : Buffer.concat([carried, chunk])
    const end = wholeUtf8(bytes)
    const whole = bytes.subarray(0, end)
    carried = bytes.subarray(end)
    if (!isUtf8(whole)) throw undecodable(about, line + countLines(whole.subarray(0, firstFault(whole))), whole)
    line += countLines(whole)
    if (whole.length > 0) yield whole
  }
  if (carried.length > 0) throw cutCharacter(about)
}

/** UTF-16 as UTF-8. Throws as `fromUtf8` does. */
export async function* fromUtf16(
  chunks: AsyncIterable<Buffer>,
  order: 'utf-16le' | 'utf-16be',
  about: DecodeContext,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(order, { fatal: true, ignoreBOM: true })
  let line = about.line
  let length = 0
  for await (const chunk of chunks) {
    length += chunk.length
    const text = Buffer.from(decode(() => decoder.decode(chunk, { stream: true }), chunk))
    line += countLines(text)
    if (text.length > 0) yield text
  }
  if (length % 2 === 1) throw cutCharacter(about)
  decode(() => decoder.decode(), Buffer.alloc(0))

  function decode(work: () => string, chunk: Buffer): string {
    try {
      return work()
    } catch {
      throw undecodable(about, line, chunk)
    }
  }
}

/**
 * Decodes an encoding that only iconv-lite knows. For bytes that the encoding does not have, it writes U+FFFD: no encoding of this kind
 * contains that character itself, except GB 18030.
 */
export async function* fromLegacy(chunks: AsyncIterable<Buffer>, about: DecodeContext): AsyncGenerator<Buffer> {
  const decoder = iconv.getDecoder(about.encoding, { stripBOM: false })
  let line = about.line
  const checked = (text: string, bytes: Buffer): Buffer => {
    const fault = text.indexOf('\uFFFD')
    if (fault !== -1) throw undecodable(about, line + text.slice(0, fault).split('\n').length - 1, bytes)
    const utf8 = Buffer.from(text)
    line += countLines(utf8)
    return utf8
  }
  for await (const chunk of chunks) {
    const text = checked(decoder.write(chunk), chunk)
    if (text.length > 0) yield text
  }
  const rest = decoder.end() ?? ''
  if (rest.includes('\uFFFD')) throw cutCharacter(about)
  if (rest !== '') yield Buffer.from(rest)
}
