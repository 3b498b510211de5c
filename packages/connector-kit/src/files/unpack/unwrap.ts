import { AppError } from '@linkspan/core/connector'
import type { FileBudget } from '../file-memory.ts'
import type { Layer } from '../format.ts'
import type { UnpackingLimits } from '../limits.ts'
import { decrypt, type PgpKeys } from './decrypt.ts'
import { gunzip } from './gunzip.ts'
import { unzip } from './unzip.ts'

export interface UnpackOptions {
  readonly limits: UnpackingLimits
  /** Required if a layer is PGP. */
  readonly pgp?: PgpKeys | undefined
  /** What the process has for files and answers; any number of bytes without it. */
  readonly budget?: FileBudget | undefined
}

/** No honest file has more. */
const maxLayers = 4

/** Unwraps the layers, outermost first, and returns the bytes of the file within. Throws `file.locked` for PGP without a key. */
export function unwrap(bytes: AsyncIterable<Buffer>, layers: readonly Layer[], { limits, pgp }: UnpackOptions): AsyncIterable<Buffer> {
  if (layers.length > maxLayers) throw new AppError('file.unreadable', `The file is packed more than ${maxLayers} times`)
  return layers.reduce((inner, layer) => {
    if (layer === 'gzip') return gunzip(inner, limits)
    if (layer === 'zip') return unzip(inner, limits)
    if (pgp) return decrypt(inner, pgp, limits)
    throw new AppError('file.locked', 'The file is encrypted with PGP, and no private key is set.')
  }, bytes)
}
