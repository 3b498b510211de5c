import type { Texts } from '../en.ts'
import { number } from './number.ts'

export const connections: Texts['connections'] = {
  title: 'ERP-Verbindungen',
  none: 'Eine Verbindung ist ein Weg zu einem ERP: wo es ist, wie man sich dort anmeldet und welche Daten ausgetauscht werden. Es gibt noch keine.',
  noneFits: (count) => `Keine Verbindung passt zum Filter. Ohne ihn sind es ${number.format(count)}.`,
  new: 'Neue ERP-Verbindung',
  streamsOf: (name) => `Datenströme von ${name}`,
  name: 'Name',
  provider: 'Anbieter',
  method: 'Weg',
  status: 'Status',
  streams: 'Datenströme',
  lastSuccess: 'Letzter bewiesener Sync',
  tabs: 'Teile dieser Verbindung',
  actions: 'Aktionen',
  test: 'Test',
  testing: 'Test läuft…',
  testOf: (name) => `Test ${name}`,
  passed: (ms) => `Verbindung erfolgreich! Antwortzeit: ${number.format(ms)} ms`,
  failed: 'Verbindung fehlgeschlagen',
  checks: {
    Authentication: 'Anmeldung',
    'Business unit': 'Geschäftsbereich',
    Clock: 'Uhr',
    Company: 'Mandant',
    Files: 'Dateien',
    Folder: 'Ordner',
    'Host key': 'Host-Schlüssel',
    'Legal entity': 'Juristische Person',
    Moving: 'Verschieben',
    Organization: 'Organisation',
    Secrets: 'Geheimnisse',
    Settings: 'Einstellungen',
    Subsidiary: 'Tochtergesellschaft',
    'Time zone': 'Zeitzone',
  },
  notYetTried: 'noch nicht versucht',
  notTried: (failed) => `nicht versucht: ${failed} ist gescheitert`,
}

export const connectionStatus: Texts['connectionStatus'] = { active: 'aktiv', inactive: 'inaktiv', error: 'Fehler', testing: 'im Test' }
