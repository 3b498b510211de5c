import { de } from './de.ts'
import { en, type Texts } from './en.ts'

const isGerman = navigator.language.toLowerCase().startsWith('de')

/** The texts in the language of this browser. */
export const texts: Texts = isGerman ? de : en
export const locale = isGerman ? 'de' : 'en'
