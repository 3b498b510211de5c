import type { Texts } from '../en.ts'
import { number } from './number.ts'

export const navigation: Texts['navigation'] = {
  label: 'Seiten',
  open: 'Navigation öffnen',
  now: 'Jetzt',
  connections: 'Verbindungen',
  syncLogs: 'Sync logs',
  records: 'Datensätze',
  rejects: 'Zurückgewiesene',
  conflicts: 'Konflikte',
  schedules: 'Zeitpläne',
  clients: 'Kunden',
  statistics: 'Statistics',
  incidents: 'Störungen',
  alerts: 'Meldewege',
  webhooks: 'Webhooks',
  audit: 'Audit',
  settings: 'Einstellungen',
  queues: 'Warteschlangen',
  waits: (count) => (count === 1 ? '1 wartet auf jemanden' : `${number.format(count)} warten auf jemanden`),
}

export const live: Texts['live'] = {
  label: 'Wie aktuell diese Seite ist',
  live: 'Live',
  reconnecting: 'Verbindet wieder',
  polling: 'Alle 10 s',
  offline: (time) => `Offline seit ${time}`,
}

export const clock: Texts['clock'] = {
  label: (time, isUtc) => `${time}. Alle Zeiten ${isUtc ? 'in der eigenen Zeitzone' : 'in UTC'} zeigen`,
}

export const theme: Texts['theme'] = {
  system: 'wie das System',
  light: 'hell',
  dark: 'dunkel',
  label: (theme, next) => `Farben: ${theme}. Wechseln zu: ${next}`,
}

export const keys: Texts['keys'] = {
  title: 'Tasten',
  palette: 'Überallhin gehen, alles tun',
  search: 'Suchen',
  help: 'Tasten zeigen',
  go: (page) => `${page} öffnen`,
  next: 'Nächste Zeile',
  previous: 'Vorige Zeile',
  nextTab: 'Nächster Reiter',
  previousTab: 'Voriger Reiter',
  zone: 'Zwischen Ortszeit und UTC wechseln',
  copyLink: 'Link dieser Seite kopieren',
  linkCopied: 'Der Link ist kopiert.',
  copyId: 'ID der Zeile oder Seite kopieren',
  idCopied: (id: string) => `${id} ist kopiert.`,
  nextItem: 'Nächster Eintrag der Liste, von innen',
  previousItem: 'Voriger Eintrag der Liste, von innen',
  select: 'Zeile auswählen',
  rowActions: 'Aktionen der Zeile',
  close: 'Schließen, was offen ist',
  letters: 'Einzelne Buchstaben als Tasten verwenden',
}

export const noPage: Texts['noPage'] = {
  title: 'Diese Seite gibt es nicht',
  why: 'Die Adresse ist falsch geschrieben, oder die Seite liegt woanders. Weiter geht es über die Navigation oder hier:',
}

export const palette: Texts['palette'] = {
  open: 'Suchen oder springen…',
  hint: 'Eine Seite, eine Verbindung, eine Id, eine Aktion',
  goTo: 'Gehe zu',
  here: 'Aktionen hier',
  nothing: 'Nichts heißt so.',
}

export const sessionEnds: Texts['sessionEnds'] = (minutes) =>
  minutes === 1 ? 'Die Sitzung endet in einer Minute.' : `Die Sitzung endet in ${minutes} Minuten.`

export const until: Texts['until'] = {
  span: 'Wie lange',
  hour: '1 Stunde',
  fourHours: '4 Stunden',
  day: '24 Stunden',
  week: '7 Tage',
  own: 'bis zu einem Zeitpunkt',
  time: 'Bis',
}
