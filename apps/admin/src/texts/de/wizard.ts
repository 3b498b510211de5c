import type { Texts } from '../en.ts'

export const wizard: Texts['wizard'] = {
  title: 'Neue ERP-Verbindung',
  steps: 'Schritte',
  stepNames: { what: 'Was', access: 'Zugang', test: 'Test', data: 'Daten', rhythm: 'Takt und Nutzung' },
  nameHint: 'Wie sie genannt wird, etwa „SAP Produktion“.',
  way: 'Wie es erreicht wird',
  noWebService: 'Seine Web-Services werden nicht unterstützt: nur Nachrichten und Dateien.',
  notReady: 'Zuerst wählen, was verbunden wird.',
  isServersKey: 'Das ist der Schlüssel des Servers',
  goTo: (field) => `Zu ${field}`,
  goOnWith: (dataTypes) => `Nur mit ${dataTypes} weitermachen`,
  testAgain: 'Noch einmal testen',
  dataTypes: 'Was ausgetauscht wird',
  incremental: 'Das ERP kann sagen, was sich geändert hat',
  full: 'Wird jedes Mal ganz gelesen',
  sampleLater:
    'Ist die Verbindung angelegt, zeigen ihre Einstellungen die ersten Datensätze, wie das ERP sie hat, neben dem, was aus ihnen wird.',
  settings: 'Einstellungen des Connectors',
  policyOf: (dataType) => `Wenn beide Seiten ${dataType} ändern`,
  pullOnly: 'Nur aus dem ERP lesen',
  policies: {
    newest_wins: 'Die neuere Änderung gewinnt',
    erp_wins: 'Das ERP gewinnt',
    system_wins: 'Der Shop gewinnt',
    manual: 'Ein Mensch entscheidet',
  },
  policyExamples: {
    newest_wins: 'Das ERP setzt um 09:12 einen Preis, der Shop um 09:14: Der Preis des Shops gilt.',
    erp_wins: 'Das ERP setzt einen Preis, der Shop auch: Der Preis des ERP gilt, wer auch immer zuerst war.',
    system_wins: 'Das ERP setzt einen Preis, der Shop auch: Der Preis des Shops gilt, wer auch immer zuerst war.',
    manual: 'Das ERP setzt einen Preis, der Shop auch: Beide warten als Konflikt, bis jemand entscheidet.',
  },
  client: 'Kunde',
  clientHint:
    'Die Id des Kunden, dessen Standorte diese Verbindung nutzen. Sie wird seine Standardverbindung. Leer lassen, um sie später zuzuweisen.',
  next: (step) => `Weiter: ${step}`,
  create: 'Anlegen',
  creating: 'Wird angelegt…',
  createInactive: 'Inaktiv anlegen',
  isCreated: 'Die Verbindung selbst ist angelegt. Öffnen',
}
