import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import iconv from 'iconv-lite'

export interface DecodedBody {
  readonly text: string
  /** The bytes are UTF-8 in some places and something else in others: the text has replacement characters, and is not to be stored. */
  readonly isDamaged: boolean
}

/** A character of several bytes. */
const multibyte = /[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/

/**
 * The text of a body: in the character set that its content type names, else in UTF-8. Bytes that are no UTF-8 at all are Windows-1252, of
 * which Latin-1 is a part, whatever the content type says (docs/erp/home-made-rest.md#character-sets).
 */
export function decodeBody(body: Buffer, contentType = ''): DecodedBody {
  const label = /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? 'utf-8'
  const decoder = decoderFor(label)
  if (decoder.encoding === 'windows-1252') return { text: fromWindows(body), isDamaged: false }
  if (decoder.encoding !== 'utf-8' || isUtf8(body)) return { text: decoder.decode(body), isDamaged: false }
  const isDamaged = multibyte.test(body.toString('latin1'))
  return { text: isDamaged ? decoder.decode(body) : fromWindows(body), isDamaged }
}

/** Node's own decoder makes control characters of `€` and of quotation marks. */
const fromWindows = (body: Buffer): string => iconv.decode(body, 'win1252')

function decoderFor(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}
