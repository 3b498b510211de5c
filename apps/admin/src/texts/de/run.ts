import type { Texts } from '../en.ts'
import { number } from './number.ts'

export const run: Texts['run'] = {
  title: (dataType, connection) => `${dataType} · ${connection}`,
  id: 'Lauf',
  waits: 'Wartet, bis er an der Reihe ist.',
  works: (read) => `Liest: bisher ${number.format(read)}.`,
  worksOf: (read, total) => `Liest: ${number.format(read)} von ${number.format(total)}.`,
  succeeded: (count) =>
    count === 1
      ? 'Über den einen Datensatz ist Rechenschaft gegeben.'
      : `Über alle ${number.format(count)} Datensätze ist Rechenschaft gegeben.`,
  whatToDo: 'Was zu tun ist',
  retry: 'Wiederholen',
  cancel: 'Abbrechen',
  started: 'Gestartet. Der neue Lauf wird geöffnet.',
  balance: 'Bilanz',
  announced: 'Vom ERP angekündigt',
  read: 'Gelesen',
  created: 'Neu',
  updated: 'Geändert',
  unchanged: 'Unverändert',
  filtered: 'Ausgefiltert',
  failed: 'Zurückgewiesen oder abgelehnt',
  deleted: 'Gelöscht',
  pushed: 'Gesendet',
  conflicted: 'Im Konflikt',
  pages: 'Seiten',
  rejects: 'Zurückgewiesene',
  entries: 'Einträge',
  dryRun: 'Probelauf: nichts wird gespeichert.',
}
