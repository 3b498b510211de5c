import type { Language } from '../../kernel/language.ts'
import { germanJourney } from './de.ts'
import { englishJourney } from './en.ts'
import type { JourneyTexts } from './texts.ts'

const languages: Readonly<Record<Language, JourneyTexts>> = { en: englishJourney, de: germanJourney }

export const journeyTexts = (language: Language): JourneyTexts => languages[language]
