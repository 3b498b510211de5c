import { germanDataTypes } from '../../records/german-data-types.ts'
import type { Concern, DigestCounts, FirstLine, Texts } from './texts.ts'

const maxNamed = 5

const and = (items: readonly string[], more = 0): string => {
  const all = more > 0 ? [...items, `${more} weitere`] : items
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} und ${all.at(-1)}`
}

const named = (items: readonly string[]): string => and(items.slice(0, maxNamed), items.length - Math.min(items.length, maxNamed))

function concern({ dataTypes, clients, connections }: Concern): string {
  const data = dataTypes.length === 0 ? 'alle Daten' : named(dataTypes.map((type) => germanDataTypes[type]))
  const owner = clients.length === 0 ? 'noch keines Kunden' : `${clients.length === 1 ? 'des Kunden' : 'der Kunden'} ${named(clients)}`
  if (connections.length === 0) return clients.length === 0 ? 'die ganze Installation' : `${data} ${owner}`
  return `${data} ${owner} (${connections.length === 1 ? 'Verbindung' : 'Verbindungen'} ${named(connections)})`
}

function firstLine({ news, what, concern, whoActs, since, until }: FirstLine): string {
  if (until !== null) return `Vorbei: ${what}. Betroffen: ${concern}, von ${since} bis ${until}. Niemand muss etwas tun.`
  const how = { opened: '', reopened: 'Erneut: ', worsened: 'Jetzt schlimmer: ', spread: 'Es breitet sich aus: ', closed: '', passed: '' }[
    news
  ]
  return `${how}${what}. Betroffen: ${concern}. Am Zug: ${whoActs}. Seit ${since}.`
}

const digestLine = ({ incidents, critical, over }: DigestCounts): string =>
  `${incidents} ${incidents === 1 ? 'Störung' : 'Störungen'}: ${critical} kritisch, ${over} vorbei.`

export const german: Texts = {
  actors: {
    caller: 'wer die API aufruft',
    administrator: 'die Administration von Linkspan',
    record_owner: 'wer diese Datensätze pflegt',
    erp_operator: 'der Betrieb des ERP',
    nobody: 'niemand, es geht von selbst weiter',
    developers: 'die Entwicklung von Linkspan',
  },
  severities: { warning: 'Warnung', critical: 'kritisch' },
  labels: {
    hint: 'Was zu tun ist',
    detail: 'Einzelheiten',
    severity: 'Schwere',
    noticed: 'Bemerkt',
    host: 'Host',
    connections: 'Verbindungen',
    incident: 'Störung',
    open: 'In Linkspan öffnen',
  },
  test: { title: 'Dies ist ein Test dieses Benachrichtigungswegs', hint: 'Nichts zu tun: Benachrichtigungen kommen hier an.' },
  timeFormat: { locale: 'de', tokens: 'd. LLLL yyyy, HH:mm ZZZZ' },
  times: (count) => `${count}-mal`,
  and,
  concern,
  firstLine,
  digestSubject: (counts) => `Linkspan: ${digestLine(counts).slice(0, -1)}`,
  digestLine,
}
