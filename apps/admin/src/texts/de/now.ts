import type { Texts } from '../en.ts'
import { number } from './number.ts'

const percent = new Intl.NumberFormat('de', { style: 'percent', maximumFractionDigits: 1 })
const count = (value: number, one: string, many: string): string => `${number.format(value)} ${value === 1 ? one : many}`

export const now: Texts['now'] = {
  title: 'Jetzt',
  day: (syncs, failed, rate) =>
    `Letzte 24 h: ${count(syncs, 'Sync', 'Syncs')} · ${number.format(failed)} fehlgeschlagen${rate === null ? '' : ` · ${percent.format(rate)} erfolgreich`}`,
  needsYou: 'Wartet auf jemanden',
  allWell: (fresh, all) =>
    `Nichts wartet auf jemanden. ${fresh === all ? 'Keiner' : number.format(all - fresh)} von ${count(all, 'Datenstrom', 'Datenströmen')} ${all - fresh > 1 ? 'sind' : 'ist'} überfällig.`,
  checked: 'Geprüft',
  waiting: {
    refused: (value) => `${count(value, 'Datensatz', 'Datensätze')} von einem ERP abgelehnt`,
    conflicts: (value) => count(value, 'Konflikt', 'Konflikte'),
    rejects: (value) => count(value, 'offener Reject', 'offene Rejects'),
  },
  freshness: 'Aktualität',
  connection: 'Verbindung',
  nothing: 'wird nicht ausgetauscht',
  paused: 'angehalten',
  uncertain: (value) => `${count(value, 'Datensatz', 'Datensätze')} ungewiss`,
  moreFine: (value) => (value === 1 ? '1 weitere ist in Ordnung' : `${number.format(value)} weitere sind in Ordnung`),
  running: 'Läuft',
  nothingRuns: 'Im Moment läuft nichts.',
  read: (read, pages) => `${number.format(read)} gelesen · Seite ${number.format(pages)}`,
  readOf: (read, total, pages) => `${number.format(read)} von ${number.format(total)} gelesen · Seite ${number.format(pages)}`,
  upcoming: 'Als Nächstes',
  nothingDue: 'Kein Zeitplan ist fällig.',
  last24Hours: 'Syncs der letzten 24 Stunden',
  asTable: 'Als Tabelle zeigen',
  asBars: 'Als Balken zeigen',
  hour: 'Stunde ab',
  syncs: 'Syncs',
  failures: 'Fehlgeschlagen',
  first: {
    title: 'Drei Schritte zum ersten Sync',
    connect: 'Eine neue ERP-Verbindung anlegen',
    test: 'Sie testen: Jeder Schritt des Weges zum ERP wird gezeigt, und was zu tun ist, wenn einer scheitert.',
    sync: 'Sync Now drücken und dem ersten Lauf zusehen.',
  },
}
