import type { IncidentCause } from '../../incidents/incident.ts'
import type { Language } from '../notification-route.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import type { CauseText, Texts } from './texts.ts'

const languages: Readonly<Record<Language, Texts>> = { en: english, de: german }

export const textsOf = (language: Language): Texts => languages[language]

/** The texts of a cause; null for a cause that is not told by name. */
export const causeText = ({ causes }: Texts, cause: IncidentCause): CauseText | null =>
  (causes as Readonly<Partial<Record<IncidentCause, CauseText>>>)[cause] ?? null
