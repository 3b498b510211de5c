import type { StartLoader } from '../corpus-loader.ts'
import { startDoiCases } from './doi.ts'
import { startFileCases } from './files.ts'
import { startHttpCases } from './http.ts'

/** The folders of the corpus, and what runs their cases. */
export const loaders: Readonly<Record<string, StartLoader>> = {
  doi: startDoiCases,
  files: startFileCases,
  http: startHttpCases,
}
