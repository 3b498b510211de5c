import { DateTime } from 'luxon'
import { describeCause } from '../incidents/causes.ts'
import type { Incident } from '../incidents/incident.ts'
import { incidentIn } from '../incidents/incident-in.ts'
import type { Language } from '../kernel/language.ts'
import type { News } from './news.ts'
import type { Texts } from './texts/texts.ts'
import { textsOf } from './texts/texts-of.ts'

export const tones = ['critical', 'warning', 'good'] as const

/** What one message says, before a channel gives it its form. Every text is plain: it may hold any character. */
export interface NotificationMessage {
  readonly subject: string
  /** What happened, to whose data, who acts, and since when. */
  readonly firstLine: string
  /** Where to read more; null if the address of the installation is not known. */
  readonly link: { readonly url: string; readonly label: string } | null
  readonly facts: readonly Fact[]
  /** The incidents of a digest. */
  readonly items: readonly { readonly tone: Tone; readonly text: string }[]
  readonly tone: Tone
}
export type Tone = (typeof tones)[number]

export interface Fact {
  readonly label: string
  readonly text: string
}

/** An incident that is told, with the names of what it concerns. */
export interface ToldIncident {
  readonly incident: Incident
  readonly news: News
  readonly connectionNames: readonly string[]
  readonly clientIds: readonly string[]
  /** Somebody has asked for it, to see whether it arrives. */
  readonly isTest?: boolean
}

export interface MessageSettings {
  readonly language: Language
  /** The time zone of the times that it tells. */
  readonly timezone: string
  /** Where people reach this installation; null if unknown. */
  readonly publicUrl: string | null
}

/** The message that tells one incident. All messages about an incident have the same subject, so that they stay in one thread. */
export function messageOf(told: ToldIncident, settings: MessageSettings): NotificationMessage {
  const texts = textsOf(settings.language)
  const { incident } = told
  const { title, hint } = wordsOf(told, settings.language)
  const connections =
    told.connectionNames.length === 0 ? '' : ` · ${texts.and(told.connectionNames.slice(0, 1), told.connectionNames.length - 1)}`
  return {
    subject: oneLine(`Linkspan: ${title}${connections}`),
    firstLine: firstLineOf(told, settings, texts),
    link: settings.publicUrl === null ? null : { url: `${settings.publicUrl}/admin/incidents/${incident.id}`, label: texts.labels.open },
    facts: [
      ...(incident.status === 'closed' ? [] : [{ label: texts.labels.hint, text: hint }]),
      { label: texts.labels.detail, text: incidentIn(settings.language, incident).title },
      { label: texts.labels.severity, text: texts.severities[incident.severity] },
      { label: texts.labels.noticed, text: texts.times(incident.occurrences) },
      ...(incident.host === undefined ? [] : [{ label: texts.labels.host, text: incident.host }]),
      ...(told.connectionNames.length < 2
        ? []
        : [{ label: texts.labels.connections, text: told.connectionNames.slice(0, maxListed).join(', ') }]),
      { label: texts.labels.incident, text: incident.id },
    ],
    items: [],
    tone: toneOf(incident),
  }
}

/** The message that tells many incidents at once, what is critical first. */
export function digestOf(all: readonly ToldIncident[], settings: MessageSettings): NotificationMessage {
  const texts = textsOf(settings.language)
  const sorted = all.toSorted((one, other) => tones.indexOf(toneOf(one.incident)) - tones.indexOf(toneOf(other.incident)))
  const counts = {
    incidents: all.length,
    critical: all.filter(({ incident }) => toneOf(incident) === 'critical').length,
    over: all.filter(({ incident }) => incident.status === 'closed').length,
  }
  return {
    subject: texts.digestSubject(counts),
    firstLine: texts.digestLine(counts),
    link: settings.publicUrl === null ? null : { url: `${settings.publicUrl}/admin/incidents`, label: texts.labels.open },
    facts: [],
    items: sorted.map((told) => ({ tone: toneOf(told.incident), text: firstLineOf(told, settings, texts) })),
    tone: tones[Math.min(...sorted.map(({ incident }) => tones.indexOf(toneOf(incident))))] ?? 'good',
  }
}

const maxListed = 20

const toneOf = ({ status, severity }: Incident): Tone => (status === 'closed' ? 'good' : severity)

/** What is wrong, and what to do about it. */
const wordsOf = ({ incident, isTest }: ToldIncident, language: Language): { readonly title: string; readonly hint: string } =>
  isTest ? textsOf(language).test : describeCause(incident.cause, language)

function firstLineOf(told: ToldIncident, { language, timezone }: MessageSettings, texts: Texts): string {
  const { locale, tokens } = texts.timeFormat
  const { incident, news, connectionNames: connections, clientIds: clients } = told
  const time = (at: string) => DateTime.fromISO(at, { zone: timezone, locale }).toFormat(tokens)
  const line = texts.firstLine({
    news,
    what: wordsOf(told, language).title,
    concern: texts.concern({ dataTypes: incident.dataTypes, clients, connections }),
    whoActs: texts.actors[incident.whoActs],
    since: time(incident.openedAt),
    until: incident.closedAt === undefined || incident.status !== 'closed' ? null : time(incident.closedAt),
  })
  return oneLine(line)
}

/** Names may have line breaks. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
