import { clients } from './en/clients.ts'
import { conflicts } from './en/conflicts.ts'
import { connectionStatus, connections } from './en/connections.ts'
import { dataTypes, directions } from './en/domain.ts'
import { actors, incidentStatus, incidents, severities } from './en/incidents.ts'
import { number } from './en/number.ts'
import { run } from './en/run.ts'
import { runStatus, runs, triggers } from './en/runs.ts'
import { schedules } from './en/schedules.ts'
import { signIn } from './en/sign-in.ts'
import { streams } from './en/streams.ts'

/** Every text of the pages in English, by page. `de.ts` must have the same. */
export const en = {
  title: 'Linkspan',
  skip: 'Skip to the content',
  signIn,
  signOut: 'Sign out',
  navigation: {
    label: 'Pages',
    connections: 'Connections',
    syncLogs: 'Sync logs',
    conflicts: 'Conflicts',
    schedules: 'Schedules',
    clients: 'Clients',
    incidents: 'Incidents',
    queues: 'Queues',
  },
  cancel: 'Cancel',
  loading: 'Asking…',
  stillAsking: 'Still asking…',
  tryAgain: 'Try again',
  unreachable: { title: 'The server does not answer', detail: 'Check your network. What is shown here may be out of date.' },
  needs: (role: string) => `Needs the role ${role}`,
  number: (value: number) => number.format(value),
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
} as const

type Widened<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Widened<Texts[Key]>
}
export type Texts = Widened<typeof en>
