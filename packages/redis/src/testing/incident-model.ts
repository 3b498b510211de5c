import { type Incident, type Mark, type Observation, type Resolution, reopenWithinMs, type Signal } from '@linkspan/core'

/** An incident as the model keeps it. */
interface ModelIncident {
  readonly key: string
  readonly cause: Incident['cause']
  severity: Incident['severity']
  status: Incident['status']
  readonly openedAt: string
  closedAt: string | null
  updatedAt: string
  occurrences: number
  acknowledgedBy: string | null
  firstRunId: string | null
  lastRunId: string | null
  readonly connectionIds: Set<string>
  readonly dataTypes: Set<string>
  readonly parts: Set<string>
  closings: number
}

/** What incidents should be, in plain code: each signal is applied to a list. */
export function createIncidentModel() {
  const incidents: ModelIncident[] = []
  /** Those with this part, by when they were opened. */
  const having = (part: string) =>
    incidents.filter(({ parts }) => parts.has(part)).toSorted((one, other) => one.openedAt.localeCompare(other.openedAt))
  const later = (one: string, other: string) => (one > other ? one : other)

  function incidentFor({ key, consequenceOf, at, ...signal }: Observation): ModelIncident {
    const [explaining] = consequenceOf.flatMap(having)
    const latest = explaining ?? incidents.findLast((incident) => incident.key === key)
    if (latest && (latest.closedAt === null || Date.parse(at) - Date.parse(latest.closedAt) <= reopenWithinMs)) {
      if (latest.closedAt !== null) latest.status = latest.acknowledgedBy === null ? 'open' : 'acknowledged'
      latest.closedAt = null
      return latest
    }
    const { cause, severity, runId = null } = signal
    const fresh: ModelIncident = {
      ...{ key, cause, severity, status: 'open', openedAt: at, closedAt: null, updatedAt: at, occurrences: 0, acknowledgedBy: null },
      ...{ firstRunId: runId, lastRunId: null, connectionIds: new Set(), dataTypes: new Set(), parts: new Set(), closings: 0 },
    }
    incidents.push(fresh)
    return fresh
  }

  function observe(signal: Observation): void {
    const incident = incidentFor(signal)
    if (incident.severity === 'warning' && signal.severity === 'critical')
      Object.assign(incident, { severity: 'critical', status: 'open', acknowledgedBy: null })
    incident.occurrences += 1
    incident.firstRunId ??= signal.runId ?? null
    incident.lastRunId = signal.runId ?? incident.lastRunId
    incident.updatedAt = later(incident.updatedAt, signal.at)
    if (signal.connectionId) incident.connectionIds.add(signal.connectionId)
    if (signal.dataType) incident.dataTypes.add(signal.dataType)
    for (const part of signal.parts) incident.parts.add(part)
  }

  function resolve({ part, at }: Resolution): void {
    for (const incident of having(part)) {
      incident.parts.delete(part)
      if (incident.parts.size > 0) continue
      const closedAt = later(at, incident.updatedAt)
      Object.assign(incident, { status: 'closed', closedAt, updatedAt: closedAt })
      incident.closings += 1
    }
  }

  return {
    apply: (signal: Signal): void => (signal.kind === 'observe' ? observe(signal) : resolve(signal)),
    acknowledge(incident: ModelIncident, { by, at }: Mark): void {
      Object.assign(incident, { status: 'acknowledged', acknowledgedBy: by, updatedAt: later(incident.updatedAt, at) })
    },
    incidents: (): readonly ModelIncident[] => incidents,
  }
}
