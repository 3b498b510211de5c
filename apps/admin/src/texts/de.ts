import { clients } from './de/clients.ts'
import { conflicts } from './de/conflicts.ts'
import { connectionStatus, connections } from './de/connections.ts'
import { dataTypes, directions } from './de/domain.ts'
import { actors, incidentStatus, incidents, severities } from './de/incidents.ts'
import { number } from './de/number.ts'
import { run } from './de/run.ts'
import { runStatus, runs, triggers } from './de/runs.ts'
import { schedules } from './de/schedules.ts'
import { signIn } from './de/sign-in.ts'
import { streams } from './de/streams.ts'
import type { Texts } from './en.ts'

export const de: Texts = {
  title: 'Linkspan',
  skip: 'Zum Inhalt',
  signIn,
  signOut: 'Abmelden',
  navigation: {
    label: 'Seiten',
    connections: 'Verbindungen',
    syncLogs: 'Sync logs',
    conflicts: 'Konflikte',
    schedules: 'Zeitpläne',
    clients: 'Kunden',
    incidents: 'Störungen',
    queues: 'Warteschlangen',
  },
  cancel: 'Abbrechen',
  loading: 'Wird gefragt…',
  stillAsking: 'Die Antwort steht noch aus…',
  tryAgain: 'Noch einmal versuchen',
  unreachable: { title: 'Der Server antwortet nicht', detail: 'Bitte das Netz prüfen. Was hier steht, kann veraltet sein.' },
  needs: (role) => `Braucht die Rolle ${role}`,
  number: (value) => number.format(value),
  connections,
  connectionStatus,
  streams,
  dataTypes,
  directions,
  triggers,
  runStatus,
  runs,
  incidents,
  incidentStatus,
  severities,
  actors,
  run,
  conflicts,
  schedules,
  clients,
}
