import type { ErrorWords } from '../kernel/german/error-words.ts'
import type { WatchedCause } from './incident.ts'

/** The causes of incidents that are no errors of a run, in German. */
export const germanWatchedCauses: Readonly<Record<WatchedCause, ErrorWords>> = {
  'freshness.late': {
    title: 'Daten sind älter als erlaubt',
    hint: 'Prüfen, wann zuletzt abgeglichen wurde und warum seitdem nicht: pausierter Zeitplan, kein Worker oder fehlschlagende Läufe.',
  },
  'webhook.paused': {
    title: 'Ein Webhook ist pausiert',
    hint: 'Den Empfänger unter seiner URL prüfen und den Webhook wieder einschalten. Was inzwischen geschah, wird sieben Tage aufbewahrt und dann gesendet.',
  },
  'circuit.open': {
    title: 'Das ERP wird vorerst nicht aufgerufen',
    hint: 'Linkspan prüft die Verbindung von Zeit zu Zeit und gleicht von selbst wieder ab, sobald eine Prüfung gelingt. Die Fehler der letzten Syncs lesen und den Betrieb des ERP fragen.',
  },
  'conflict.waiting': {
    title: 'Konflikte warten auf eine Entscheidung',
    hint: 'Für jeden Konflikt entscheiden, welche Seite gewinnt, oder in der Sync-Konfiguration eine Strategie wählen.',
  },
  'volume.unusual': {
    title: 'Ungewöhnlich wenige Datensätze',
    hint: 'Den Betrieb des ERP fragen, ob das zu erwarten war, etwa an einem Feiertag. Wenn nicht: dort suchen, was ausgefallen ist.',
  },
}
