import { isObject } from '../kernel/objects.ts'
import type { ERPEvent } from './event.ts'

/** The connections that an event is about: one, none, or all of an incident. */
export function concernedConnections({ data }: Pick<ERPEvent, 'data'>): readonly string[] {
  const { connectionId, incident } = data
  const ofIncident = isObject(incident) && Array.isArray(incident.connectionIds) ? incident.connectionIds : []
  return [...new Set([connectionId, ...ofIncident].filter((id) => typeof id === 'string'))]
}
