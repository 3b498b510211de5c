import { AppError } from '@linkspan/core'
import { truncated, unreadable } from './file-errors.ts'
import { Batches, type FileBatch, inBatches } from './file-row.ts'
import type { XmlFormat } from './format.ts'
import { readText } from './text-source.ts'
import { XmlRows } from './xml-rows.ts'

const limits = { depth: 100, attributes: 1000, text: 1_000_000 }
/** Text, tag or comment: none is longer, in characters. */
const longestPiece = 2_000_000

/**
 * Reads XML row by row, strictly. A document type and entities of its own are refused (ERP-FACTS 12, 47). Throws `file.unreadable`,
 * `file.truncated`, each after the good rows before.
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, format: XmlFormat): AsyncGenerator<FileBatch> {
  const [{ SaxesParser }, source] = await Promise.all([import('saxes'), readText(bytes, format.encoding, { resume: null, isPlain: false })])
  const batches = new Batches()
  const rows = new XmlRows(format.path, limits)
  const parser = new SaxesParser({ xmlns: false })
  let attributes = 0
  let lastPiece = 0
  let number = 0
  let hasEnded = false

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
  parser.on('opentagstart', () => {
    attributes = 0
    lastPiece = parser.position
  })
  parser.on('attribute', () => {
    if (++attributes > limits.attributes)
      throw unreadable(`Line ${parser.line} has an element with more than ${limits.attributes} attributes`)
  })
  parser.on('opentag', ({ name, attributes: given }) => rows.open(name, given))
  parser.on('closetag', () => {
    lastPiece = parser.position
    rows.close()
  })
  parser.on('text', (text) => {
    lastPiece = parser.position
    rows.text(text)
  })
  parser.on('cdata', (text) => {
    lastPiece = parser.position
    rows.text(text)
  })
  parser.on('comment', () => {
    lastPiece = parser.position
  })

  const gather = (): void => {
    for (const row of rows.rows) {
      number++
      batches.add({ row, fault: null, line: number, nextLine: number + 1, number, offset: null })
    }
    rows.rows = []
  }

  async function* steps(): AsyncGenerator<void> {
    try {
      for await (const chunk of source.chunks) {
        parser.write(chunk.toString())
        if (parser.position - lastPiece > longestPiece) {
          throw unreadable(`Line ${parser.line} of the XML has a text or tag of more than ${longestPiece} characters`)
        }
        gather()
        yield
      }
      hasEnded = true
      parser.close()
    } catch (thrown) {
      gather()
      throw thrown instanceof AppError ? thrown : unreadable(`Line ${parser.line} is no XML`, {}, thrown)
    }
  }
  yield* inBatches(batches, steps())
}
