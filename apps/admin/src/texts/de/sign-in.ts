import type { Texts } from '../en.ts'

export const signIn: Texts['signIn'] = {
  title: 'Anmelden',
  key: 'API-Schlüssel',
  hint: 'Der Schlüssel wird gegen eine Sitzung dieses Browsers getauscht. Er wird hier nicht aufbewahrt.',
  action: 'Anmelden',
  pending: 'Anmeldung läuft…',
  wrong: 'Dieser Schlüssel ist der Installation nicht bekannt.',
}
