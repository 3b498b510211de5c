import type { Texts } from '../en.ts'

export const connectionMenu: Texts['connectionMenu'] = {
  more: (name) => `Weitere Aktionen für ${name}`,
  pause: 'Anhalten',
  activate: 'Aktivieren',
  duplicate: 'Ohne Geheimnisse duplizieren',
  copyOf: (name) => `Kopie von ${name}`,
  copyId: 'Id kopieren',
  copied: (id) => `Kopiert: ${id}`,
  notCopied: (id) => `Der Browser erlaubt das Kopieren nicht. Die Id ist ${id}`,
  delete: 'Löschen',
  deleteOf: (name) => `${name} löschen`,
  typeName: (name) => `Zum Löschen „${name}“ eingeben`,
  goes: 'Was verschwindet:',
  whatGoes: [
    'ihre Zugangsdaten, Einstellungen und Sync-Konfigurationen',
    'ihre Datensätze und die Positionen derer, die ihre Änderungen lesen',
    'ihre Zuweisungen zu Kunden und Standorten',
    'Syncs, die warten oder laufen: Sie enden',
  ],
  stays: 'Was bleibt:',
  whatStays: ['die Protokolle ihrer Syncs, solange Protokolle aufbewahrt werden', 'das Prüfprotokoll', 'alles im ERP'],
}
