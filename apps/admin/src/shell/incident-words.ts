import type { Incident } from '../api/names.ts'
import { texts } from '../texts/texts.ts'
import type { Shown } from './run-words.ts'

/** How an incident is shown: one that is over is quiet, whatever it was. */
export function shownIncident({ status, severity }: Pick<Incident, 'status' | 'severity'>): Shown {
  if (status === 'closed') return { mark: 'idle', word: texts.incidentStatus.closed }
  return { mark: severity === 'critical' ? 'error' : 'warn', word: `${texts.severities[severity]} · ${texts.incidentStatus[status]}` }
}
