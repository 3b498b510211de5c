import { tooLarge } from '@linkspan/connector-kit/files/file-errors'
import { AppError } from '@linkspan/core/connector'
import { type FilePull, pathOf } from './file-pull.ts'
import type { Current } from './progress.ts'

/**
 * The bytes of a file from an offset on, to its end. Throws `remote.cut-short` if the server ends it before the size that it announces, and
 * `file.too-large` if it goes on beyond `settings.maxFileBytes`.
 */
export async function* wholeFile(pull: FilePull, { name, size }: Pick<Current, 'name' | 'size'>, from: number): AsyncGenerator<Buffer> {
  const path = pathOf(pull, name)
  const { maxFileBytes } = pull.context.settings
  let length = from
  for await (const chunk of pull.connection.read(path, from)) {
    length += chunk.length
    if (length > maxFileBytes)
      throw tooLarge(`${name} has ${size} bytes, as the server says, but it gave more than the ${maxFileBytes} of settings.maxFileBytes`, {
        maxFileBytes,
      })
    yield chunk
  }
  if (length >= size) return
  const now = await pull.folders.look(path) // it may have been replaced by a smaller one, which the end of the pull notices
  if (now?.size === size) throw new AppError('remote.cut-short', `${name}: the server ended it after ${length} of ${size} bytes`)
}
