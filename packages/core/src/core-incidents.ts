import type { createCommands } from './audit/command.ts'
import { type IncidentPorts, incidentCommands, mustGetIncident } from './incidents/incident-commands.ts'
import type { IncidentQuery } from './incidents/incident-store.ts'

/** What the outside may ask of incidents. */
export function coreIncidents(command: ReturnType<typeof createCommands>, ports: IncidentPorts) {
  return {
    ...incidentCommands(command, ports),
    /** Newest first. */
    list: (query: IncidentQuery) => ports.incidents.list(query),
    get: (id: string) => mustGetIncident(ports.incidents, id),
  }
}
