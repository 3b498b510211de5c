import type { Texts } from '../en.ts'

export const signIn: Texts['signIn'] = {
  title: 'Anmelden',
  key: 'API-Schlüssel',
  hint: 'Der Schlüssel wird gegen eine Sitzung dieses Browsers getauscht. Er wird hier nicht aufbewahrt.',
  action: 'Anmelden',
  again: 'Erneut anmelden',
  whyAgain: 'Die Sitzung ist abgelaufen. Die Seite bleibt, wie sie ist, mit allem, was eingegeben wurde.',
  pending: 'Anmeldung läuft…',
  wrong: 'Dieser Schlüssel ist der Installation nicht bekannt.',
}
