import { durationText } from './duration.ts'
import { alerts } from './en/alerts.ts'
import { audit } from './en/audit.ts'
import { clients } from './en/clients.ts'
import { conflicts } from './en/conflicts.ts'
import { connectionMenu } from './en/connection-menu.ts'
import { connectionSettings } from './en/connection-settings.ts'
import { connectionStatus, connections } from './en/connections.ts'
import { dataTypes, directions } from './en/domain.ts'
import { forms } from './en/forms.ts'
import { actors, incidentStatus, incidents, severities } from './en/incidents.ts'
import { mapping } from './en/mapping.ts'
import { now } from './en/now.ts'
import { number } from './en/number.ts'
import { journey, recordFields, recordStatus, records, search } from './en/records.ts'
import { rejects } from './en/rejects.ts'
import { rhythm } from './en/rhythm.ts'
import { run } from './en/run.ts'
import { runStatus, runs, triggers } from './en/runs.ts'
import { schedules } from './en/schedules.ts'
import { settings } from './en/settings.ts'
import { clock, keys, live, navigation, noPage, palette, sessionEnds, theme, until } from './en/shell.ts'
import { signIn } from './en/sign-in.ts'
import { statistics } from './en/statistics.ts'
import { streams } from './en/streams.ts'
import { webhooks } from './en/webhooks.ts'
import { wizard } from './en/wizard.ts'

/** Every text of the pages in English, by page. `de.ts` must have the same. */
export const en = {
  title: 'Linkspan',
  skip: 'Skip to the content',
  signIn,
  signOut: 'Sign out',
  navigation,
  live,
  clock,
  theme,
  keys,
  noPage,
  palette,
  sessionEnds,
  until,
  staySignedIn: 'Stay signed in',
  now,
  copy: 'Copy',
  copied: 'Copied',
  cancel: 'Cancel',
  close: 'Close',
  loading: 'Asking…',
  stillAsking: 'Still asking…',
  tryAgain: 'Try again',
  unreachable: { title: 'The server does not answer', detail: 'Check your network. What is shown here may be out of date.' },
  needs: (role: string) => `Needs the role ${role}`,
  number: (value: number) => number.format(value),
  duration: (seconds: number) => durationText(seconds, number),
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
} as const

type Widened<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string
    ? string
    : Texts[Key] extends (...given: infer Given) => string
      ? (...given: Given) => string
      : Widened<Texts[Key]>
}
export type Texts = Widened<typeof en>
