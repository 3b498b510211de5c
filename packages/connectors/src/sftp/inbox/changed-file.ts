import type { RemoteFile } from '../connection/folders.ts'
import { type FilePull, pathOf } from './file-pull.ts'
import { isSame } from './processed-files.ts'

/** Whether the file is still there, and still as it was listed. */
export type FileState = 'same' | 'changed' | 'gone'

export async function lookAgain(pull: FilePull, file: RemoteFile): Promise<FileState> {
  const now = await pull.folders.look(pathOf(pull, file.name))
  return now === null ? 'gone' : isSame(now, file) ? 'same' : 'changed'
}

/** Leaves a file that has changed to a later sync, which reads it from the beginning: no record of it counts as missing. */
export function leaveToLater(pull: FilePull, { name }: RemoteFile, state: FileState): void {
  const words = state === 'gone' ? `${name} is gone` : `${name} has changed: it will be read again from the beginning once it is complete`
  pull.progress = { ...pull.progress, partial: true }
  pull.warnings.push(words)
  pull.context.logger.warn({ file: name }, words)
}
