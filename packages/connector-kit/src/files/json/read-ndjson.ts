import { isFields } from '@linkspan/core/connector'
import { isCutJson, parseJson } from '../../http/json.ts'
import { tooLarge, truncated } from '../file-errors.ts'
import { Batches, type FileBatch, inBatches, type Start } from '../file-row.ts'
import type { NdjsonFormat } from '../format.ts'
import { readText } from '../text/text-source.ts'

/** The size limit of one row, in bytes. */
export const maxJsonLength = 10_000_000
const newline = 10

/** Reads JSON with one row per line. A line that is not a JSON object has a fault; a cut last line throws `file.truncated`. */
export async function* readNdjson(bytes: AsyncIterable<Buffer>, format: NdjsonFormat, start: Start): AsyncGenerator<FileBatch> {
  const source = await readText(bytes, format.encoding, start)
  const batches = new Batches()
  let line = start.resume?.line ?? 1
  let number = start.resume?.number ?? 0
  let position = 0
  let pieces: Buffer[] = []

  const take = (): void => {
    const text = Buffer.concat(pieces).toString().trim()
    pieces = []
    if (text !== '') {
      const { row, fault } = read(text)
      batches.add({ row, fault, line, nextLine: line + 1, number: ++number, offset: source.offsetAt(position) })
    }
    line++
  }

  async function* steps(): AsyncGenerator<void> {
    let length = 0
    for await (const chunk of source.chunks) {
      let from = 0
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        pieces.push(chunk.subarray(from, at))
        position += at + 1 - from
        from = at + 1
        length = 0
        take()
      }
      length += chunk.length - from
      position += chunk.length - from
      if (length > maxJsonLength) {
        throw tooLarge(`Line ${line} is longer than ${maxJsonLength} bytes. Is the file one JSON document? Then set the kind "json".`, {
          line,
        })
      }
      if (from < chunk.length) pieces.push(chunk.subarray(from))
      yield
    }
    const rest = Buffer.concat(pieces).toString().trim()
    if (rest !== '' && isCutJson(rest)) throw truncated(`The file ends in the middle of line ${line}`, { line })
    take()
  }
  yield* inBatches(batches, steps())
}

function read(text: string): { readonly row: Readonly<Record<string, unknown>>; readonly fault: string | null } {
  try {
    const row = parseJson(text)
    return isFields(row) ? { row, fault: null } : { row: {}, fault: 'is not a JSON object' }
  } catch (thrown) {
    return { row: {}, fault: `is not valid JSON: ${(thrown as Error).message.slice(0, 200)}` }
  }
}
