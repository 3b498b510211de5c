import type { Texts } from '../en.ts'
import { number } from './number.ts'

const records = (count: number) => (count === 1 ? '1 Datensatz' : `${number.format(count)} Datensätze`)

export const rejects: Texts['rejects'] = {
  title: 'Zurückgewiesene',
  scope:
    'Datensätze, die zurückgewiesen wurden, als sie zuletzt gelesen wurden, über alle Läufe. Jeder verschwindet, sobald er angenommen wird.',
  none: 'Kein Datensatz ist zurückgewiesen. Was ein Sync nicht speichern kann, steht hier, bis ein späterer Sync es annimmt.',
  noneFits: 'Kein Zurückgewiesener passt zum Filter.',
  clear: 'Filter aufheben',
  all: 'alle',
  connection: 'Verbindung',
  dataType: 'Datenart',
  client: 'Kunde',
  record: 'Datensatz',
  noId: (page, row) => `ohne Id: Seite ${number.format(page)}, Zeile ${number.format(row)}`,
  unknownReason: 'Zurückgewiesen, bevor hier Gründe aufbewahrt wurden; der nächste Sync von allem nennt sie.',
  value: 'Wert',
  otherFaults: (count) => (count === 1 ? 'und 1 weiterer Fehler' : `und ${number.format(count)} weitere Fehler`),
  row: 'Zeile',
  showRow: 'Wie das ERP sie sendet',
  shortened: 'Gekürzt: die Zeile ist zu groß, um ganz aufbewahrt zu werden.',
  rejected: 'Zuletzt zurückgewiesen',
  run: 'Lauf',
  openRun: 'Lauf öffnen',
  state: 'Stand',
  states: { open: 'noch offen', accepted: 'angenommen', written: 'von der Plattform geschrieben', gone: 'nicht wieder zurückgewiesen' },
  unknown: 'nicht bekannt',
  more: 'Weitere laden',
  shown: (count, hasMore) => `${number.format(count)} angezeigt${hasMore ? ', es gibt weitere' : ''}`,
  shownOfReason: (count) => `${records(count)} angezeigt`,
  dropped: (count, dataType) => `${dataType}: ${records(count)} mehr wurden zurückgewiesen, von denen nichts aufbewahrt ist.`,
  ofRun: (rejected, open) => `${number.format(rejected)} in diesem Lauf · ${number.format(open)} noch offen`,
  kept: (count) => `Nur die letzten ${number.format(count)} sind aufbewahrt.`,
  noneOfRun: 'Kein Datensatz wurde zurückgewiesen.',
  inGroup: (count, open) => `${records(count)} · ${number.format(open)} noch offen`,
  acceptedBy: (count) => `${number.format(count)} angenommen von Lauf`,
  values: 'Werte',
  showRecords: 'Datensätze zeigen',
  moreReasons: 'Die häufigsten 50 Gründe sind angezeigt; es gibt weitere.',
  reprocess: (count) => `${number.format(count)} neu verarbeiten`,
  reprocessTitle: (count) => `${records(count)} neu verarbeiten`,
  consequence:
    'Es starten Syncs, die noch einmal lesen, was beim Zurückweisen gelesen wurde, mit der jetzigen Zuordnung. Was sie annehmen, wird gespeichert, so dass auch andere zurückgewiesene Datensätze erledigt sein können.',
  reprocessing: 'Startet…',
  outcomes: {
    started: (count) => `${records(count)}: ein Sync liest sie noch einmal.`,
    joined: (count) => `${records(count)}: ein wartender Sync liest sie noch einmal.`,
    closed: (count) => `${records(count)}: nicht mehr zurückgewiesen.`,
    refused: (count) => `${records(count)}: abgelehnt.`,
  },
}
