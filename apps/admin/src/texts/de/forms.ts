import type { Texts } from '../en.ts'

export const forms: Texts['forms'] = {
  none: 'nicht gesetzt',
  flags: { true: 'ja', false: 'nein' },
  more: 'Mehr',
  isSet: 'gesetzt',
  replace: 'Ersetzen',
  remove: 'Entfernen',
  keep: 'Das gespeicherte behalten',
  willBeRemoved: 'wird entfernt',
  onePerLine: 'Eines pro Zeile.',
  namesAndValues: 'Je Zeile „Name: Wert“. Ein Wert, der als ******** erscheint, ist gesetzt und bleibt, wenn er so stehen bleibt.',
  json: 'Als JSON.',
  notJson: 'ist noch kein gültiges JSON',
  defaultIs: (value) => `Standard: ${value}.`,
  remarks: {
    'blank-around': 'Es beginnt oder endet mit einem Leerzeichen.',
    'login-in-url': 'Es enthält Benutzer und Kennwort: Sie gehören in ihre eigenen Felder.',
    'line-break': 'Ein Zeilenumbruch wurde mitkopiert und weggelassen.',
  },
}
