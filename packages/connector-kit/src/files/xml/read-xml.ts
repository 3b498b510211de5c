import { Batches, type FileBatch, inBatches } from '../file-row.ts'
import type { XmlFormat } from '../format.ts'
import { readText } from '../text/text-source.ts'
import { parseXml } from './strict-xml.ts'
import { XmlRows } from './xml-rows.ts'

/** Reads XML row by row, strictly. Throws `file.unreadable`, `file.truncated`, each after the good rows before. */
export async function* readXml(bytes: AsyncIterable<Buffer>, format: XmlFormat): AsyncGenerator<FileBatch> {
  const source = await readText(bytes, format.encoding, { resume: null, isPlain: false })
  const batches = new Batches()
  let number = 0
  const rows = new XmlRows(format.path, (row) => {
    number++
    batches.add({ row, fault: null, line: number, nextLine: number + 1, number, offset: null })
  })
  yield* inBatches(batches, parseXml(source.chunks, rows))
}
