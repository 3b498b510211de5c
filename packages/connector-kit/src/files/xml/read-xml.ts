import { findXmlEncoding, headLength, meantEncoding } from '../../xml/xml-encoding.ts'
import { toAppError, XmlFault } from '../../xml/xml-fault.ts'
import { Batches, type FileBatch, inBatches } from '../file-row.ts'
import type { XmlFormat } from '../format.ts'
import { peek } from '../text/chunks.ts'
import { readText } from '../text/text-source.ts'
import { readXmlEvents } from './read-events.ts'
import { XmlRows } from './xml-rows.ts'

/**
 * Reads XML row by row, strictly. Throws `file.unreadable` or `file.truncated`, after the good rows before the fault.
 * @param charset what the Content-Type says, if the document came by HTTP
 */
export async function* readXml(bytes: AsyncIterable<Buffer>, format: XmlFormat, charset?: string): AsyncGenerator<FileBatch> {
  const { head, all } = await peek(bytes, headLength)
  const source = await readText(all, encodingOf(format, head, charset), { resume: null, isPlain: false })
  const batches = new Batches()
  let number = 0
  const rows = new XmlRows(format.path, (row) => {
    number++
    batches.add({ row, fault: null, line: number, nextLine: number + 1, number, offset: null })
  })
  yield* inBatches(batches, readXmlEvents(source.chunks, rows))
}

/** The encoding of a file: that of the settings, or the document's own if they leave it to the document. Throws `file.unreadable`. */
export function encodingOf({ encoding }: Pick<XmlFormat, 'encoding'>, head: Buffer, charset?: string): string {
  if (encoding !== 'auto') return meantEncoding(encoding)
  try {
    return findXmlEncoding(head, charset)
  } catch (thrown) {
    throw thrown instanceof XmlFault ? toAppError(thrown, 'file') : thrown
  }
}
