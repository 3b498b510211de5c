import type { Texts } from '../en.ts'
import { number } from './number.ts'

export const triggers: Texts['triggers'] = { manual: 'von Hand', schedule: 'Zeitplan', webhook: 'Webhook', retry: 'Wiederholung' }

export const runStatus: Texts['runStatus'] = { idle: 'ruht', scheduled: 'wartet', syncing: 'läuft', success: 'Erfolg', error: 'Fehler' }

export const runs: Texts['runs'] = {
  title: 'Sync logs',
  none: 'Noch ist kein Sync gelaufen.',
  noneFits: 'Kein Sync passt zum Filter.',
  clear: 'Filter aufheben',
  all: 'alle',
  started: 'Beginn',
  began: 'Nur solche, die in dieser Zeit begannen',
  took: 'Dauer',
  what: 'Was',
  connection: 'Verbindung',
  trigger: 'Auslöser',
  read: 'Gelesen',
  changed: 'Geändert',
  rejected: 'Zurückgewiesen',
  why: 'Warum',
  more: 'Mehr laden',
  shown: (count, hasMore) => `${number.format(count)} gezeigt${hasMore ? ', es gibt mehr' : ''}`,
  page: (page) => `Seite ${number.format(page)}`,
  nothing: 'nichts zu tun',
  unchanged: (count) => `${number.format(count)} unverändert`,
}
