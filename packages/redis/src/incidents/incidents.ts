import { type Clock, type Ids, Incident, type IncidentStore } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { pageThroughIndex } from '../paging/index-pages.ts'
import type { UnreadableTracker } from '../unreadable/tracker.ts'
import { applySignalsScript } from './apply-signals.ts'
import { forgetIncidents } from './forget-incidents.ts'
import { incidentKeys, incidentsOf } from './incident-keys.ts'
import { markIncidentScript, type PersonsMark } from './mark-incident.ts'

export interface IncidentOptions {
  readonly client: RedisClient
  readonly keys: Keys
  readonly clock: Clock
  readonly ids: Ids
  readonly emitting: EmittingCalls
  readonly unreadable: UnreadableTracker
}

/** The incidents, with what is needed to discard one that cannot be read. */
export function redisIncidents({ client, keys, clock, ids, emitting, unreadable }: IncidentOptions) {
  const named = incidentKeys(keys)
  const apply = applySignalsScript(client, keys, clock, ids, emitting)
  const markIncident = markIncidentScript(client, keys, clock, emitting)
  const { forget, forgetClosed } = forgetIncidents(client, keys)
  const indexes = {
    open: named.indexOpen,
    acknowledged: named.indexAcknowledged,
    closed: named.indexClosed,
  } satisfies Record<Incident['status'], string>

  /** The texts of these incidents: a text is null if there is no such incident. */
  async function readTexts(incidentIds: readonly string[]) {
    if (incidentIds.length === 0) return []
    const [docs, timelines, members] = await Promise.all([
      client.hmget(named.docs, ...incidentIds),
      client.hmget(named.timelines, ...incidentIds),
      Promise.all(incidentIds.map((id) => client.zrangebylex(named.connections, `[${id}|`, `[${id}|~`))),
    ])
    return incidentIds.map((id, at) => ({
      id,
      doc: docs[at] ?? null,
      timeline: timelines[at] ?? '[]',
      connectionIds: (members[at] ?? []).map((member) => member.slice(id.length + 1)),
    }))
  }
  type Texts = Awaited<ReturnType<typeof readTexts>>[number]

  const parse = ({ doc, timeline, connectionIds }: Texts): Incident => {
    const { dataTypes, ...stored } = JSON.parse(doc ?? '')
    return Incident.parse({
      ...stored,
      dataTypes: String(dataTypes).split(',').filter(Boolean),
      connectionIds,
      timeline: JSON.parse(timeline),
    })
  }
  const load = async (incidentIds: readonly string[]): Promise<(Incident | null)[]> =>
    (await readTexts(incidentIds)).map((texts) =>
      texts.doc === null ? null : unreadable.skip({ kind: 'incident', id: texts.id }, () => parse(texts)),
    )
  async function get(id: string): Promise<Incident | null> {
    const [texts] = await readTexts([id])
    return texts === undefined || texts.doc === null ? null : unreadable.demand({ kind: 'incident', id }, () => parse(texts))
  }
  const markAndGet = async (id: string, change: PersonsMark): Promise<Incident | null> => {
    await markIncident(id, change)
    return get(id)
  }

  const store: IncidentStore = {
    async observe(observation) {
      await apply([observation], null)
    },
    async resolve(resolution) {
      await apply([resolution], null)
    },
    advance: (range, signals) => apply(signals, range),
    async positions(sources) {
      const read = sources.length === 0 ? [] : await client.hmget(keys.incidents('positions'), ...sources)
      return read.map((position) => position ?? '0-0')
    },
    get,
    list({ status, connectionId, ...page }) {
      const wanted = [...(status ? [indexes[status]] : []), ...(connectionId ? [incidentsOf(keys, connectionId)] : [])]
      return pageThroughIndex(client, { ...page, keys: wanted.length > 0 ? wanted : [named.indexAll] }, async (incidentIds) =>
        (await load(incidentIds)).map((incident) =>
          incident !== null &&
          (status === undefined || incident.status === status) &&
          (connectionId === undefined || incident.connectionIds.includes(connectionId))
            ? incident
            : null,
        ),
      )
    },
    acknowledge: (id, by) => markAndGet(id, { ...by, what: 'acknowledged', snoozedUntil: null, message: `${by.by} takes care of it` }),
    snooze: (id, until, by) =>
      markAndGet(id, {
        ...by,
        what: 'snoozed',
        snoozedUntil: until,
        message: until === null ? 'It is told again' : `Nobody is told about it until ${until}`,
      }),
    async countOpen() {
      const [all, aboutRecords] = await Promise.all([client.zcard(named.indexOpen), client.zcard(named.indexOpenRecords)])
      return { all, aboutRecords }
    },
    async countUnclosed() {
      const [warning, critical] = await Promise.all([client.zcount(named.unclosed, 1, 1), client.zcount(named.unclosed, 2, 2)])
      return { warning, critical }
    },
    async openParts({ limit, cursor }) {
      const members = await client.zrangebylex(named.parts, cursor === undefined ? '-' : `(${cursor}`, '+', 'LIMIT', 0, limit)
      const items = members.map((member) => member.slice(0, member.lastIndexOf('\n')))
      return { items, next: members.length < limit ? null : (members.at(-1) ?? null) }
    },
    forgetClosed,
  }

  return { ...store, discard: forget }
}
