import { germanFault } from './german/faults.ts'
import type { Language } from './language.ts'

/** What is wrong with a value, in the language of a reader. What is known in English only stays as it is. */
export const faultIn = (language: Language, message: string): string => (language === 'de' ? germanFault(message) : message)

/** Something with its faults in the language of a reader. */
export const withFaultsIn = <Whole extends { readonly errors: readonly { readonly message: string }[] }>(
  language: Language,
  whole: Whole,
): Whole => ({ ...whole, errors: whole.errors.map((error) => ({ ...error, message: faultIn(language, error.message) })) })
