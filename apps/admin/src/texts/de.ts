import { alerts } from './de/alerts.ts'
import { audit } from './de/audit.ts'
import { clients } from './de/clients.ts'
import { conflicts } from './de/conflicts.ts'
import { connectionMenu } from './de/connection-menu.ts'
import { connectionSettings } from './de/connection-settings.ts'
import { connectionStatus, connections } from './de/connections.ts'
import { dataTypes, directions } from './de/domain.ts'
import { forms } from './de/forms.ts'
import { actors, incidentStatus, incidents, severities } from './de/incidents.ts'
import { mapping } from './de/mapping.ts'
import { now } from './de/now.ts'
import { number } from './de/number.ts'
import { journey, recordFields, recordStatus, records, search } from './de/records.ts'
import { rejects } from './de/rejects.ts'
import { rhythm } from './de/rhythm.ts'
import { run } from './de/run.ts'
import { runStatus, runs, triggers } from './de/runs.ts'
import { schedules } from './de/schedules.ts'
import { settings } from './de/settings.ts'
import { clock, keys, live, navigation, noPage, palette, sessionEnds, theme, until } from './de/shell.ts'
import { signIn } from './de/sign-in.ts'
import { statistics } from './de/statistics.ts'
import { streams } from './de/streams.ts'
import { webhooks } from './de/webhooks.ts'
import { wizard } from './de/wizard.ts'
import { durationText } from './duration.ts'
import type { Texts } from './en.ts'

export const de: Texts = {
  title: 'Linkspan',
  skip: 'Zum Inhalt',
  signIn,
  signOut: 'Abmelden',
  navigation,
  live,
  clock,
  theme,
  keys,
  noPage,
  palette,
  sessionEnds,
  until,
  staySignedIn: 'Angemeldet bleiben',
  now,
  copy: 'Kopieren',
  copied: 'Kopiert',
  cancel: 'Abbrechen',
  close: 'Schließen',
  loading: 'Wird gefragt…',
  stillAsking: 'Die Antwort steht noch aus…',
  tryAgain: 'Noch einmal versuchen',
  unreachable: { title: 'Der Server antwortet nicht', detail: 'Bitte das Netz prüfen. Was hier steht, kann veraltet sein.' },
  needs: (role) => `Braucht die Rolle ${role}`,
  number: (value) => number.format(value),
  duration: (seconds) => durationText(seconds, number),
  connections,
  connectionStatus,
  streams,
  dataTypes,
  directions,
  triggers,
  runStatus,
  runs,
  mapping,
  incidents,
  incidentStatus,
  severities,
  actors,
  run,
  statistics,
  audit,
  webhooks,
  alerts,
  settings,
  connectionSettings,
  rejects,
  connectionMenu,
  forms,
  rhythm,
  wizard,
  records,
  recordStatus,
  recordFields,
  journey,
  search,
  conflicts,
  schedules,
  clients,
}
