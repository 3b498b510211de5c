import { charsetIn } from '@linkspan/connector-kit/xml/charset'
import type { InboundRequest } from '@linkspan/core/connector'

const wide = /^(?:utf|ucs)[-_]?(?:16|32|2|4)/i

/**
 * The charset that a message is sent with; undefined if its XML declaration is to decide. A declaration of UTF-16 over characters of one byte
 * each was left behind by a converter: such a message is read as UTF-8, strictly.
 */
export function messageCharset({ headers, body }: Pick<InboundRequest, 'headers' | 'body'>): string | undefined {
  const sent = charsetIn([headers['content-type']].flat()[0])
  const start = Buffer.from(body.subarray(0, 200)).toString('latin1')
  const declared = /^\s*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(start)?.[1]
  const isNarrow = /^\s*<[?!A-Za-z_]/.test(start)
  return isNarrow && wide.test(sent ?? declared ?? '') ? 'utf-8' : sent
}
