import type { Language } from '../../kernel/language.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import type { Texts } from './texts.ts'

const languages: Readonly<Record<Language, Texts>> = { en: english, de: german }

export const textsOf = (language: Language): Texts => languages[language]
