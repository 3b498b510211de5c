/** How the bytes of a document are to be read: the label of an encoding, and how many bytes at the beginning only say so. */
export interface XmlEncoding {
  readonly label: string
  readonly skip: number
}

/** By the names that senders use for them. */
const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'us-ascii': 'utf-8',
  ascii: 'utf-8',
  'utf-16': 'utf-16be',
  'utf-16le': 'utf-16le',
  'utf-16be': 'utf-16be',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  'windows-1252': 'windows-1252',
  cp1252: 'windows-1252',
}

const startsWith = (bytes: Uint8Array, ...start: readonly number[]): boolean => start.every((byte, at) => bytes[at] === byte)

/** A declaration stands within the first bytes, in ASCII. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, 200)).toString('latin1')
  return /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(start)?.[1]
}

/**
 * Finds the encoding of a document: a byte order mark is never wrong, then the `charset` of the Content-Type counts, then the XML
 * declaration, then UTF-8 (docs/erp/cxml.md#character-encodings). ISO-8859-1 is read as Windows-1252, which is mostly what is meant.
 * Returns the name as it came if the encoding cannot be read.
 */
export function findEncoding(bytes: Uint8Array, charset: string | undefined): XmlEncoding | { readonly unknown: string } {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return { label: 'utf-8', skip: 3 }
  if (startsWith(bytes, 0xff, 0xfe)) return { label: 'utf-16le', skip: 2 }
  if (startsWith(bytes, 0xfe, 0xff)) return { label: 'utf-16be', skip: 2 }
  if (startsWith(bytes, 0x3c, 0x00)) return { label: 'utf-16le', skip: 0 }
  if (startsWith(bytes, 0x00, 0x3c)) return { label: 'utf-16be', skip: 0 }
  const name = charset ?? declaredEncoding(bytes) ?? 'utf-8'
  const label = encodings[name.trim().replace(/^"|"$/g, '').toLowerCase()]
  return label === undefined ? { unknown: name } : { label, skip: 0 }
}

/** The text part by part, so that nobody waits for all of it. Throws a TypeError at bytes that the encoding does not have. */
export function* decodeParts(bytes: Uint8Array, { label, skip }: XmlEncoding, partSize: number): Generator<string> {
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
  for (let at = skip; at < bytes.length; at += partSize) yield decoder.decode(bytes.subarray(at, at + partSize), { stream: true })
  yield decoder.decode()
}
