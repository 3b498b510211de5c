import { installation } from '@linkspan/core'
import type { Keys } from '../keys.ts'

/** The keys of the incidents, by the names under which scripts know them. They and the log that announces incidents are in one slot. */
export const incidentKeys = (keys: Keys) => ({
  /** Hashes by id: the incident as JSON, its timeline as JSON. */
  docs: keys.incidents('docs'),
  timelines: keys.incidents('timelines'),
  /** Hash: the id of the latest incident with a key. */
  latest: keys.incidents('latest'),
  /** Sorted set, all scores 0: a part that is in trouble, a line break, and the id of its incident. */
  parts: keys.incidents('parts'),
  /** Sorted set, all scores 0: the id of an incident, a bar, and the id of a connection that it concerns. */
  connections: keys.incidents('connections'),
  /** Sorted sets of index members: all incidents, and those of each status. */
  indexAll: keys.incidents('index:all'),
  indexOpen: keys.incidents('index:open'),
  indexAcknowledged: keys.incidents('index:acknowledged'),
  indexClosed: keys.incidents('index:closed'),
  /** Those of the open ones that are about single records. */
  indexOpenRecords: keys.incidents('index:open:records'),
  /** Sorted set: those that are not closed; 1 for a warning, 2 for a critical one. */
  unclosed: keys.incidents('unclosed'),
  /** Sorted set: those that are closed, by when they were. */
  closedTimes: keys.incidents('closed'),
  /** Stream: the events of the installation. */
  log: keys.events(installation),
})

/** The index of the incidents of one connection. */
export const incidentsOf = (keys: Keys, connectionId: string): string => keys.incidents(`of:${connectionId}`)

/** For `defineScript`. */
export const incidentKeyNames = [
  'docs',
  'timelines',
  'latest',
  'parts',
  'connections',
  'indexAll',
  'indexOpen',
  'indexAcknowledged',
  'indexClosed',
  'indexOpenRecords',
  'unclosed',
  'closedTimes',
  'log',
] as const satisfies readonly (keyof ReturnType<typeof incidentKeys>)[]

/** The same keys as a Lua table, to pass to a function of a chunk. */
export const incidentKeyTable = `{${incidentKeyNames.map((name) => `${name} = ${name}`).join(', ')}}`
