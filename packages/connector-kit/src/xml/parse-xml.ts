import { setImmediate } from 'node:timers/promises'
import { AppError, type ErrorCode } from '@linkspan/core/connector'
import { decodeParts, findEncoding } from './decode-text.ts'
import type { XmlElement } from './element.ts'
import { defaultLimits, type XmlLimits } from './limits.ts'
import { createTreeBuilder } from './tree-builder.ts'
import { type XmlFailure, XmlFault } from './xml-fault.ts'

export interface ParseOptions {
  readonly limits?: Partial<XmlLimits>
  /** The `charset` of the Content-Type, where there is one. */
  readonly charset?: string | undefined
  /** What the errors are about: an answer of the ERP unless told, or a request that somebody sent us. */
  readonly as?: 'answer' | 'request'
}

const codes: Readonly<Record<NonNullable<ParseOptions['as']>, Readonly<Record<XmlFailure, ErrorCode>>>> = {
  answer: { malformed: 'setup.answer-unexpected', tooLarge: 'setup.answer-too-large', cutShort: 'remote.cut-short' },
  request: { malformed: 'request.malformed', tooLarge: 'request.too-large', cutShort: 'request.malformed' },
}

/** Parsed in one go; in between, others have their turn. */
const partSize = 8_192

/**
 * Parses an XML document strictly. A DOCTYPE is skipped and what it names is never fetched; one that declares something is refused, as is
 * every entity but XML's own five (docs/erp/cxml.md#document-types). Yields to the event loop after each 8 KiB. Throws an AppError:
 * `setup.answer-unexpected` or `request.malformed` for what is no XML, `setup.answer-too-large` or `request.too-large` beyond a limit,
 * `remote.cut-short` where an answer ends too early.
 */
export async function parseXml(source: string | Uint8Array, options: ParseOptions = {}): Promise<XmlElement> {
  const limits = { ...defaultLimits, ...options.limits }
  try {
    const builder = await createTreeBuilder(limits)
    for (const part of partsOf(source, limits, options.charset)) {
      builder.write(part)
      await setImmediate()
    }
    return builder.end()
  } catch (thrown) {
    const fault = toFault(thrown)
    throw new AppError(codes[options.as ?? 'answer'][fault.failure], fault.message, { cause: thrown })
  }
}

function* partsOf(source: string | Uint8Array, limits: XmlLimits, charset: string | undefined): Generator<string> {
  const size = typeof source === 'string' ? Buffer.byteLength(source) : source.length
  if (size > limits.bytes) throw new XmlFault('tooLarge', `The XML document has ${size} bytes, and ${limits.bytes} are read`)
  if (typeof source !== 'string') {
    const encoding = findEncoding(source, charset)
    if ('unknown' in encoding)
      throw new XmlFault(
        'malformed',
        `The XML document is encoded in ${encoding.unknown}: send it in UTF-8, UTF-16, ISO-8859-1 or Windows-1252`,
      )
    yield* decodeParts(source, encoding, partSize)
    return
  }
  const text = source.replace(/^\uFEFF/, '')
  for (let at = 0; at < text.length; at += partSize) yield text.slice(at, at + partSize)
}

function toFault(thrown: unknown): XmlFault {
  if (thrown instanceof XmlFault) return thrown
  if (thrown instanceof TypeError && (thrown as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
    return new XmlFault(
      'malformed',
      'The XML document has bytes that its encoding does not have: declare the encoding that it is written in',
    )
  const message = thrown instanceof Error ? thrown.message : String(thrown)
  return new XmlFault(
    /unclosed tag|unexpected end/.test(message) ? 'cutShort' : 'malformed',
    `This is no well-formed XML: ${message.slice(0, 200)}`,
  )
}
