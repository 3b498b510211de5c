import { unreadable } from '../file-errors.ts'
import type { UnpackingLimits } from '../limits.ts'
import { openZip } from './zip-archive.ts'

/** Unpacks a zip file that holds exactly one file, whatever its name. Throws `file.truncated`, `file.unreadable`, `file.too-large`. */
export async function* unzip(bytes: AsyncIterable<Buffer>, limits: UnpackingLimits): AsyncGenerator<Buffer> {
  await using archive = await openZip(bytes, limits)
  const [name, ...others] = archive.names
  if (name === undefined || others.length > 0) {
    throw unreadable(
      `The zip file holds ${archive.names.length} files, but must hold exactly one. Ask the sender to pack each file on its own.`,
    )
  }
  yield* archive.read(name)
}
