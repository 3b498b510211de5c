import type { Texts } from '../en.ts'

export const rhythm: Texts['rhythm'] = {
  common: 'Takt',
  never: 'nur von Hand',
  own: 'eigener Ausdruck',
  rhythms: {
    '*/15 * * * *': 'alle 15 Minuten',
    '0 * * * *': 'jede Stunde',
    '0 2 * * *': 'jeden Tag um 02:00',
    '0 2 * * 1': 'jeden Montag um 02:00',
  },
  expression: 'Cron-Ausdruck',
  expressionHint: 'Minute, Stunde, Tag des Monats, Monat, Wochentag. Leer: Syncs werden von Hand oder durch Ereignisse gestartet.',
  timezone: 'Zeitzone',
}
