import type { Incident } from '../incidents/incident.ts'
import { severities } from '../incidents/incident.ts'
import type { StoredRoute } from './notification-route.ts'

/** What of an incident decides who is told about it, with the clients that use its connections. */
export type Concerned = Pick<Incident, 'severity' | 'connectionIds' | 'dataTypes'> & { readonly clientIds: readonly string[] }

/** Whether a route tells such incidents. What concerns a connection as a whole names no data types, and passes a scope of data types. */
export function matches(route: Pick<StoredRoute, 'enabled' | 'minSeverity' | 'scope'>, concerned: Concerned): boolean {
  const { connectionIds, clientIds, dataTypes } = route.scope
  return (
    route.enabled &&
    severities.indexOf(concerned.severity) >= severities.indexOf(route.minSeverity) &&
    haveCommon(connectionIds, concerned.connectionIds) &&
    haveCommon(clientIds, concerned.clientIds) &&
    (concerned.dataTypes.length === 0 || haveCommon(dataTypes, concerned.dataTypes))
  )
}

const haveCommon = (wanted: readonly string[] | undefined, given: readonly string[]): boolean =>
  wanted === undefined || given.some((one) => wanted.includes(one))
