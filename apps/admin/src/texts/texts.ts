import { de } from './de.ts'
import { en, type Texts } from './en.ts'

const isGerman = navigator.language.toLowerCase().startsWith('de')

/** The texts in the language of this browser. */
export const texts: Texts = isGerman ? de : en
/** How times and numbers are written; of English there are several ways. */
export const locale = isGerman || navigator.language.toLowerCase().startsWith('en') ? navigator.language : 'en'
/** The language of the texts, for words that the API chooses. */
export const language = isGerman ? 'de' : 'en'
