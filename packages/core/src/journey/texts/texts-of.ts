import { germanJourney } from './de.ts'
import { englishJourney } from './en.ts'
import type { JourneyLanguage, JourneyTexts } from './texts.ts'

const languages: Readonly<Record<JourneyLanguage, JourneyTexts>> = { en: englishJourney, de: germanJourney }

export const journeyTexts = (language: JourneyLanguage): JourneyTexts => languages[language]
