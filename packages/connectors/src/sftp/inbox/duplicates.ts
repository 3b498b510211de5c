import { hashUpTo } from './content-hash.ts'
import { type FilePull, pathOf } from './file-pull.ts'
import type { Current } from './progress.ts'

/** The hash of a file whose content brings nothing new; null if it does. Only files of a known size are read for it. */
export async function duplicateHash(pull: FilePull, { name, size }: Current): Promise<string | null> {
  if (!(await pull.processedFiles.knowsSize(size))) return null
  const sha256 = (await hashUpTo(pull.connection, pathOf(pull, name), null)).digest('hex')
  return (await isDuplicate(pull, sha256)) ? sha256 : null
}

/** Stock and full exports describe a state, which may recur: only the latest counts. */
async function isDuplicate({ processedFiles, plan }: FilePull, sha256: string): Promise<boolean> {
  const { ever, latest } = await processedFiles.knows(sha256)
  return plan.content === 'full' || plan.dataType === 'inventory' ? latest : ever
}
