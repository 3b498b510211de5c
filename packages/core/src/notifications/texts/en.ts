import type { DataTypeId } from '../../records/data-types.ts'
import type { Concern, DigestCounts, FirstLine, Texts } from './texts.ts'

const dataTypeNames: Readonly<Record<DataTypeId, string>> = {
  orders: 'orders',
  products: 'products',
  order_status: 'order status',
  inventory: 'inventory',
  employees: 'employees',
  invoices: 'invoices',
}

const maxNamed = 5

const and = (items: readonly string[], more = 0): string => {
  const all = more > 0 ? [...items, `${more} more`] : items
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}

const named = (items: readonly string[]): string => and(items.slice(0, maxNamed), items.length - Math.min(items.length, maxNamed))

function concern({ dataTypes, clients, connections }: Concern): string {
  const data = dataTypes.length === 0 ? 'all data' : named(dataTypes.map((type) => dataTypeNames[type]))
  const owner = clients.length === 0 ? 'of no client yet' : `of ${clients.length === 1 ? 'client' : 'the clients'} ${named(clients)}`
  if (connections.length === 0) return clients.length === 0 ? 'the installation as a whole' : `${data} ${owner}`
  return `${data} ${owner} (${connections.length === 1 ? 'connection' : 'connections'} ${named(connections)})`
}

function firstLine({ news, what, concern, whoActs, since, until }: FirstLine): string {
  if (until !== null) return `It is over: ${what}. It concerned ${concern}, from ${since} until ${until}. Nobody needs to act.`
  const how = { opened: '', reopened: 'Again: ', worsened: 'Worse now: ', spread: 'It spreads: ', closed: '', passed: '' }[news]
  return `${how}${what}. It concerns ${concern}. Who acts: ${whoActs}. Since ${since}.`
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const digestLine = ({ incidents, critical, over }: DigestCounts): string =>
  `${plural(incidents, 'incident', 'incidents')}: ${critical} critical, ${over} over.`

export const english: Texts = {
  actors: {
    caller: 'whoever calls the API',
    administrator: 'an administrator of Linkspan',
    record_owner: 'whoever looks after these records',
    erp_operator: 'the people who run the ERP',
    nobody: 'nobody, it goes on by itself',
    developers: 'the developers of Linkspan',
  },
  severities: { warning: 'warning', critical: 'critical' },
  labels: {
    hint: 'What to do',
    detail: 'Details',
    severity: 'Severity',
    noticed: 'Noticed',
    host: 'Host',
    connections: 'Connections',
    incident: 'Incident',
    open: 'Open in Linkspan',
  },
  test: { title: 'This is a test of this notification route', hint: 'Nothing to do: notifications arrive here.' },
  timeFormat: { locale: 'en-GB', tokens: 'd LLL yyyy, HH:mm ZZZZ' },
  times: (count) => plural(count, 'time', 'times'),
  and,
  concern,
  firstLine,
  digestSubject: (counts) => `Linkspan: ${digestLine(counts).slice(0, -1)}`,
  digestLine,
}
