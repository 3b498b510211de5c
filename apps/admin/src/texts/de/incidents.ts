import type { Texts } from '../en.ts'

const events: Readonly<Record<string, string>> = {
  opened: 'begonnen',
  happened_again: 'erneut',
  spread: 'ausgebreitet',
  worsened: 'verschlimmert',
  acknowledged: 'zur Kenntnis genommen',
  snoozed: 'zurückgestellt',
  reopened: 'wieder begonnen',
  closed: 'beendet',
}

export const incidents: Texts['incidents'] = {
  title: 'Störungen',
  none: 'Nichts ist gestört, und nichts war es in den letzten 90 Tagen.',
  what: 'Was geschah',
  event: (what, message) => (events[what] === undefined ? message : `${events[what]}: ${message}`),
  state: 'Stand',
  whoActs: 'Wer handelt',
  connections: 'Verbindungen',
  opened: 'Seit',
  occurrences: 'Anzahl',
  timeline: 'Was daraus wurde',
  when: 'Wann',
  by: 'Von',
  lastRun: 'Der letzte Lauf, der sie zeigte',
  snooze: 'Zurückstellen',
  snoozeTitle: (title) => `Zurückstellen: ${title}`,
  snoozeText:
    'Bis dahin wird niemand über diese Störung benachrichtigt. Sie bleibt in der Liste und endet von selbst, wenn ihre Ursache behoben ist.',
  snoozedUntil: 'Niemand wird benachrichtigt bis',
  wake: 'Zurückstellung beenden',
  acknowledge: 'Zur Kenntnis nehmen',
  acknowledgedBy: (name) => `Zur Kenntnis genommen von ${name}.`,
}

export const incidentStatus: Texts['incidentStatus'] = { open: 'offen', acknowledged: 'zur Kenntnis genommen', closed: 'beendet' }

export const severities: Texts['severities'] = { warning: 'Warnung', critical: 'kritisch' }

export const actors: Texts['actors'] = {
  caller: 'wer die Anfrage gesendet hat',
  administrator: 'die Administration dieser Installation',
  record_owner: 'wem der Datensatz gehört',
  erp_operator: 'der Betrieb des ERP',
  nobody: 'niemand: es geht von selbst weiter',
  developers: 'die Entwicklung von Linkspan',
}
