import { isUtf8 } from 'node:buffer'

/** A byte order mark. */
export interface Mark {
  readonly encoding: string
  /** In bytes. */
  readonly length: number
}

const marks: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe, 0x00, 0x00], 'utf-32le'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
]

/** The byte order mark at the beginning of a file, or null. */
export function markOf(head: Buffer): Mark | null {
  const found = marks.find(([bytes]) => bytes.every((byte, at) => head[at] === byte))
  return found ? { encoding: found[1], length: found[0].length } : null
}

/** The encoding that an XML declaration names, or undefined. The bytes must be ASCII as far as the declaration goes. */
export const declaredEncoding = (head: Buffer): string | undefined =>
  /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']+)["']/.exec(head.toString('latin1', 0, 1024))?.[1]

/** The length of the whole UTF-8 characters, in bytes: a character that is cut off at the end does not count. */
export function wholeUtf8(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) break
    if (byte >= 0xc0) return (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) > back ? bytes.length - back : bytes.length
  }
  return bytes.length
}

/**
 * Guesses an encoding: by the byte order mark, by the zero bytes of UTF-16, by being valid UTF-8, else Windows-1252
 * (docs/erp/sftp-files.md#encodings).
 */
export function detectEncoding(sample: Buffer): string {
  const mark = markOf(sample)
  if (mark) return mark.encoding
  const zeros = [0, 0]
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even + odd > sample.length / 5) return odd >= even ? 'utf-16le' : 'utf-16be'
  return isUtf8(sample.subarray(0, wholeUtf8(sample))) || isMostlyUtf8(sample) ? 'utf-8' : 'windows-1252'
}

/** The characters of more than one byte in UTF-8, in text that has one character for each byte. */
const wideCharacter = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/g

/** Whether text is UTF-8 with some stray bytes: read as anything else, all of it would be wrong. Reading it as UTF-8 names the line. */
function isMostlyUtf8(sample: Buffer): boolean {
  const text = sample.toString('latin1')
  const wide = text.match(wideCharacter)?.length ?? 0
  const stray = text.replace(wideCharacter, '').match(/[\x80-\xff]/g)?.length ?? 0
  return wide > stray
}
