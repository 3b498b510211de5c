import { nullIfUnreadable } from '../kernel/unreadable.ts'
import type { Outgoing } from './channel.ts'
import { timezoneOf } from './decide.ts'
import { digestOf, messageOf, type NotificationMessage, type ToldIncident } from './message.ts'
import type { NotificationPorts } from './notification-ports.ts'
import type { StoredRoute } from './notification-route.ts'
import type { NoticeToTell } from './sort-due.ts'

export type Composed = Omit<Outgoing, 'deliveryId'> & { readonly kind: 'test' | 'digest' | NoticeToTell['news'] }

type ComposePorts = Pick<NotificationPorts, 'connections' | 'publicUrl'>

/** The message that tells these notices: one alone, or several as a digest. */
export async function compose(route: StoredRoute, tell: readonly NoticeToTell[], ports: ComposePorts): Promise<Composed> {
  const all = await Promise.all(tell.map((one) => withNames(one, ports)))
  const [first] = tell
  const [single] = route.digest === 'off' || first?.notice.isTest ? all : []
  const settings = { language: route.language, timezone: timezoneOf(route), publicUrl: ports.publicUrl }
  const message: NotificationMessage = single ? messageOf(single, settings) : digestOf(all, settings)
  return {
    message,
    told: all.map(({ news, incident, clientIds }) => ({ news, incident, clientIds })),
    thread: single && first ? threadOf(route, first) : null,
    kind: !single ? 'digest' : single.isTest ? 'test' : single.news,
  }
}

/** A route has one thread for each incident. */
const threadOf = ({ id }: StoredRoute, { notice, told }: NoticeToTell) => ({
  id: `${notice.incident.id}.${id}`,
  isFirst: told?.incidentId !== notice.incident.id,
})

/** With the names of the connections, for people. One that was deleted has only its id. */
async function withNames({ notice, news, clientIds }: NoticeToTell, { connections }: ComposePorts): Promise<ToldIncident> {
  const nameOf = async (id: string) => (await connections.get(id).catch(nullIfUnreadable))?.name ?? id
  const connectionNames = await Promise.all(notice.incident.connectionIds.map(nameOf))
  return { incident: notice.incident, news, clientIds, connectionNames, ...(notice.isTest && { isTest: true }) }
}
