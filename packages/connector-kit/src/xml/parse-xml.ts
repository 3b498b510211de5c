import { setImmediate } from 'node:timers/promises'
import { AppError } from '@linkspan/core/connector'
import { readText } from '../files/text/text-source.ts'
import type { XmlElement } from './element.ts'
import { xmlLimits } from './limits.ts'
import { createTreeBuilder } from './tree-builder.ts'
import { findXmlEncoding, headLength } from './xml-encoding.ts'
import { toAppError, XmlFault, type XmlOrigin } from './xml-fault.ts'

export interface ParseOptions {
  /** The `charset` of the Content-Type, if there is one. */
  readonly charset?: string | undefined
  /** Which errors are thrown: those about an ERP's answer (the default), or about a request that somebody sent us. */
  readonly as?: Exclude<XmlOrigin, 'file'>
}

/** Parsed in one go. It takes about a millisecond; between two parts the event loop goes on. */
const partSize = 8_192

/**
 * Parses a whole XML document, strictly (see `createStrictParser`), without blocking the event loop. Returns its root element. Throws an
 * AppError: `setup.answer-unexpected` or `request.malformed` if it is not XML, `setup.answer-too-large` or `request.too-large` if it
 * exceeds a limit, `remote.cut-short` if an answer ends too early.
 */
export async function parseXml(source: string | Uint8Array, { charset, as = 'answer' }: ParseOptions = {}): Promise<XmlElement> {
  try {
    const size = typeof source === 'string' ? Buffer.byteLength(source) : source.length
    if (size > xmlLimits.bytes)
      throw new XmlFault('tooLarge', `The XML document has ${size} bytes: at most ${xmlLimits.bytes} are allowed in a message`)
    const builder = await createTreeBuilder()
    for await (const part of typeof source === 'string' ? partsOf(source) : decodedParts(source, charset)) {
      builder.write(part)
      await setImmediate()
    }
    return builder.end()
  } catch (thrown) {
    const fault = toFault(thrown)
    throw fault ? toAppError(fault, as) : thrown
  }
}

function* partsOf(source: string): Generator<string> {
  const text = source.replace(/^\uFEFF/, '')
  for (let at = 0; at < text.length; at += partSize) yield text.slice(at, at + partSize)
}

async function* decodedParts(source: Uint8Array, charset: string | undefined): AsyncGenerator<string> {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  const slices = async function* () {
    for (let at = 0; at < bytes.length; at += partSize) yield bytes.subarray(at, at + partSize)
  }
  const encoding = findXmlEncoding(bytes.subarray(0, headLength), charset)
  const { chunks } = await readText(slices(), encoding, { resume: null, isPlain: false })
  for await (const chunk of chunks) yield chunk.toString()
}

/**
 * What is wrong with the document, or undefined if the error is about something else. `readText` knows files only, so its errors are
 * reworded.
 */
function toFault(thrown: unknown): XmlFault | undefined {
  if (thrown instanceof XmlFault) return thrown
  if (!(thrown instanceof AppError)) return undefined
  const { line, encoding } = thrown.details as { readonly line?: number; readonly encoding?: string }
  if (thrown.code === 'file.truncated') return new XmlFault('cutShort', `The XML document ends in the middle of a character (${encoding})`)
  if (thrown.code !== 'file.unreadable') return undefined
  return new XmlFault(
    'malformed',
    `The XML document has bytes that its encoding does not have: line ${line} is not ${encoding}. Declare the encoding that it is written in`,
    thrown.details,
  )
}
