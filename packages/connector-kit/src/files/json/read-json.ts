import { isFields } from '@linkspan/core/connector'
import { parseJson } from '../../http/json.ts'
import { unreadable } from '../file-errors.ts'
import { Batches, type FileBatch, inBatches } from '../file-row.ts'
import type { JsonFormat } from '../format.ts'
import { readText } from '../text/text-source.ts'
import { JsonElements } from './json-elements.ts'
import { maxJsonLength } from './read-ndjson.ts'

/**
 * Reads the list of a JSON document element by element, in constant memory. Numbers keep all their digits. An element that is not an
 * object has a fault of its own. Throws `file.unreadable`, `file.truncated`, `file.too-large`, each after yielding the good rows before.
 */
export async function* readJson(bytes: AsyncIterable<Buffer>, format: JsonFormat): AsyncGenerator<FileBatch> {
  const source = await readText(bytes, format.encoding, { resume: null, isPlain: false })
  const batches = new Batches()
  const elements = new JsonElements(format.path, maxJsonLength)
  let number = 0

  async function* steps(): AsyncGenerator<void> {
    for await (const chunk of source.chunks) {
      for (const text of elements.feed(chunk)) {
        number++
        const row = parse(text, number)
        const fault = isFields(row) ? null : 'is not a JSON object'
        batches.add({ row: isFields(row) ? row : {}, fault, line: number, nextLine: number + 1, number, offset: null })
      }
      yield
    }
    elements.end()
  }
  yield* inBatches(batches, steps())
}

function parse(text: string, number: number): unknown {
  try {
    return parseJson(text)
  } catch (thrown) {
    throw unreadable(
      `Element ${number} of the list is not valid JSON: ${(thrown as Error).message.slice(0, 200)}`,
      { element: number },
      thrown,
    )
  }
}
