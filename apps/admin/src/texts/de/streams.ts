import type { Texts } from '../en.ts'

export const streams: Texts['streams'] = {
  title: 'Datenströme',
  none: 'Noch wird nichts synchronisiert.',
  dataType: 'Datenart',
  direction: 'Richtung',
  state: 'Letzter bewiesener Stand',
  running: 'Jetzt',
  lastSuccess: 'Letzter Erfolg',
  next: 'Nächster',
  rejects: 'Zurückgewiesen',
  conflicts: 'Konflikte',
  never: 'nie',
  late: 'verspätet',
  syncNow: 'Sync Now',
  syncNowOf: (dataType) => `Sync Now: ${dataType}`,
  cancelOf: (dataType) => `Abbrechen: ${dataType}`,
  starting: 'Wird gestartet…',
}
