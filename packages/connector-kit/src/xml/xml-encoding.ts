import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { declaredEncoding, markOf, wholeUtf8 } from '../files/text/encoding.ts'
import { XmlFault } from './xml-fault.ts'

/** How much of a document's beginning `findXmlEncoding` looks at, in bytes. */
export const headLength = 65_536

/** Names that mean another encoding than the one they name: ISO-8859-1 is mostly Windows-1252, which has the same letters. */
const aliases: Readonly<Record<string, string>> = {
  utf8: 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  cp1252: 'windows-1252',
}

/** The encoding that a name means in XML. */
export const meantEncoding = (name: string): string => aliases[name.toLowerCase()] ?? name

const ascii = Buffer.from('\t\n\r').toString() + String.fromCharCode(...Array.from({ length: 95 }, (_, at) => 32 + at))

/** Whether ASCII characters are written as in ASCII: the declaration could not be read otherwise. It also rules out UTF-7. */
const extendsAscii = (label: string): boolean => iconv.encodingExists(label) && iconv.decode(Buffer.from(ascii), label) === ascii

/**
 * Finds the encoding of an XML document by its first bytes: a byte order mark decides, then the first character in UTF-16, then `charset`,
 * then the XML declaration; without any of them it is UTF-8 (docs/erp/cxml.md#character-encodings). A declaration of Windows-1252 is wrong
 * if the bytes are valid UTF-8 beyond ASCII. Throws an XmlFault if the encoding cannot be read.
 * @param charset what the Content-Type says
 */
export function findXmlEncoding(head: Buffer, charset?: string): string {
  const mark = markOf(head)
  if (mark) return mark.encoding
  if (head[0] === 0x3c && head[1] === 0) return 'utf-16le'
  if (head[0] === 0 && head[1] === 0x3c) return 'utf-16be'
  const name = (charset ?? declaredEncoding(head) ?? 'utf-8').trim().replace(/^"|"$/g, '')
  const label = meantEncoding(name)
  if (!extendsAscii(label))
    throw new XmlFault(
      'malformed',
      `The XML is declared to be in ${name.slice(0, 40)}, which it is not or which cannot be read: use UTF-8, UTF-16, ISO-8859-1 or Windows-1252`,
    )
  return charset === undefined && label === 'windows-1252' && isClearlyUtf8(head) ? 'utf-8' : label
}

/** In Windows-1252 such bytes would be senseless text, as in `MÃ¼ller`. */
const isClearlyUtf8 = (head: Buffer): boolean => {
  const whole = head.subarray(0, headLength)
  return !isAscii(whole) && isUtf8(whole.subarray(0, wholeUtf8(whole)))
}
