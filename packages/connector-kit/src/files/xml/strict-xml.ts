import { AppError } from '@linkspan/core/connector'
import { truncated, unreadable } from '../file-errors.ts'

export interface XmlHandlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

const deepest = 100
const maxAttributes = 1000
/** Text, tag or comment: none is longer, in characters. */
const maxPieceLength = 2_000_000

/**
 * Parses XML strictly, and yields to the event loop after each piece. A document type or own entities are refused
 * (docs/erp/cxml.md#document-types). Throws `file.unreadable`, `file.truncated`.
 */
export async function* parseXml(utf8: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<void> {
  const { SaxesParser } = await import('saxes')
  const parser = new SaxesParser({ xmlns: false })
  let [attributes, depth, lastPiece, hasEnded] = [0, 0, 0, false]
  const piece = (): void => {
    lastPiece = parser.position
  }
  const text = (text: string): void => {
    piece()
    handlers.text(text)
  }

  parser.on('error', ({ message }) => {
    if (hasEnded) throw truncated(`The file ends in the middle of the XML: ${message.slice(0, 200)}`)
    const advice = /entity/i.test(message) ? '. Only the five entities of XML itself are taken' : ''
    throw unreadable(`Line ${parser.line} is no XML: ${message.slice(0, 200)}${advice}`, { line: parser.line })
  })
  parser.on('doctype', () => {
    throw unreadable(
      'The XML has a document type (<!DOCTYPE …>). It is refused, since it can make a small file endless; let the sender leave it out.',
    )
  })
  parser.on('opentagstart', ({ name }) => {
    piece()
    attributes = 0
    if (++depth > deepest) throw unreadable(`The XML is nested deeper than ${deepest} levels at <${name.slice(0, 100)}>`)
  })
  parser.on('attribute', () => {
    if (++attributes > maxAttributes) throw unreadable(`Line ${parser.line} has an element with more than ${maxAttributes} attributes`)
  })
  parser.on('opentag', ({ name, attributes: given }) => handlers.open(name, given))
  parser.on('closetag', ({ name }) => {
    piece()
    depth--
    handlers.close(name)
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('comment', piece)

  try {
    for await (const chunk of utf8) {
      parser.write(chunk.toString())
      if (parser.position - lastPiece > maxPieceLength) {
        throw unreadable(`Line ${parser.line} of the XML has a text or tag of more than ${maxPieceLength} characters`)
      }
      yield
    }
    hasEnded = true
    parser.close()
  } catch (thrown) {
    throw thrown instanceof AppError || !isOfParser(thrown) ? thrown : unreadable(`Line ${parser.line} is no XML`, {}, thrown)
  }
}

/** Errors of the network carry a code; those that the parser throws do not. */
const isOfParser = (thrown: unknown): boolean => (thrown as { readonly code?: string }).code === undefined
