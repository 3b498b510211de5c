import type { Texts } from './en.ts'

export const de: Texts = {
  title: 'Linkspan',
  skip: 'Zum Inhalt',
  signIn: {
    title: 'Anmelden',
    key: 'API-Schlüssel',
    hint: 'Der Schlüssel wird gegen eine Sitzung dieses Browsers getauscht. Er wird hier nicht aufbewahrt.',
    action: 'Anmelden',
    pending: 'Anmeldung läuft…',
    wrong: 'Dieser Schlüssel ist der Installation nicht bekannt.',
  },
  signOut: 'Abmelden',
  navigation: { label: 'Seiten', connections: 'Verbindungen', queues: 'Warteschlangen' },
  connections: {
    title: 'ERP-Verbindungen',
    empty: 'Eine Verbindung ist ein Weg zu einem ERP: wo es ist, wie man sich dort anmeldet und welche Daten ausgetauscht werden.',
    create: 'New ERP Connection',
    name: 'Name',
    provider: 'Anbieter',
    method: 'Weg',
    status: 'Status',
  },
  loading: 'Die Antwort steht noch aus…',
  tryAgain: 'Noch einmal versuchen',
}
