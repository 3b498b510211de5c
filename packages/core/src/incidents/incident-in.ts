import type { Language } from '../kernel/language.ts'
import { germanDataTypes } from '../records/german-data-types.ts'
import { describeCause } from './causes.ts'
import type { Incident } from './incident.ts'

/** An incident with its title and hint in the language of a reader. What its timeline tells stays in English. */
export function incidentIn(language: Language, incident: Incident): Incident {
  if (language === 'en') return incident
  const { title, hint } = describeCause(incident.cause, language)
  return { ...incident, title: `${title}: ${germanSubject(incident)}`, hint }
}

/** What a title is about. Incidents store it in English, behind what is wrong, and a connection by its name in quotes. */
function germanSubject({ title, connectionIds, dataTypes, host }: Incident): string {
  if (connectionIds.length > 1) return `${connectionIds.length} Verbindungen${host === undefined ? '' : ` zu ${host}`}`
  const subject = title.slice(title.indexOf(': ') + 2)
  const name = /"(.*)"$/s.exec(subject)?.[1]
  if (connectionIds.length === 0 || name === undefined) return subject
  const [dataType, ...others] = dataTypes
  return dataType === undefined || others.length > 0 ? `„${name}“` : `${germanDataTypes[dataType]} von „${name}“`
}
