import { type ErrorCode, errorCatalog } from './error-catalog.ts'
import type { ErrorWords } from './german/error-words.ts'
import { germanErrors } from './german/errors.ts'
import { germanUsualCauses } from './german/usual-causes.ts'
import { hintAtTheEnd } from './hint-at-the-end.ts'
import type { Language } from './language.ts'
import { usualCauses } from './usual-causes.ts'

/** What the catalogue says about an error, in the words of one language. */
export interface ErrorText extends ErrorWords {
  /** What it usually comes from, the most likely first. */
  readonly causes: string
}

/** The words for an error that Linkspan no longer retries by itself. */
export function errorText(code: ErrorCode, language: Language): ErrorText {
  if (language === 'de') return { ...germanErrors[code], causes: germanUsualCauses[code] }
  const { title, hint } = errorCatalog[code]
  return { title, hint: hintAtTheEnd(hint), causes: usualCauses[code] }
}
