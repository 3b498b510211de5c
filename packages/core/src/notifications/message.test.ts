import { expect, test } from 'vitest'
import { digestOf, type MessageSettings, messageOf, type ToldIncident } from './message.ts'
import { incident } from './testing/incident.ts'

const told: ToldIncident = { incident: incident(), news: 'opened', connectionNames: ['SAP Production'], clientIds: ['acme'] }
const settings: MessageSettings = { language: 'en', timezone: 'Europe/Berlin', publicUrl: 'https://linkspan.example' }
const closed = incident({ status: 'closed', closedAt: '2026-03-04T09:30:00.000Z' })

test('the first line says what happened, to whose data, who acts, and since when', () => {
  const { firstLine, link } = messageOf(told, settings)
  expect(firstLine).toBe(
    'The ERP cannot be reached. It concerns orders of client acme (connection SAP Production). Who acts: the people who run the ERP. Since 4 Mar 2026, 10:00 CET.',
  )
  expect(link?.url).toBe('https://linkspan.example/admin/incidents/inc_1')
  expect(messageOf(told, { ...settings, language: 'de' }).firstLine).toBe(
    'Das ERP ist nicht erreichbar. Betroffen: Bestellungen des Kunden acme (Verbindung SAP Production). Am Zug: der Betrieb des ERP. Seit 4. März 2026, 10:00 MEZ.',
  )
})

test('an incident that is over is told with its end, and nobody needs to act', () => {
  const message = messageOf({ ...told, incident: closed, news: 'closed' }, settings)
  expect(message.firstLine).toMatch(/^It is over: The ERP cannot be reached\. .*, from 4 Mar 2026, 10:00 CET until 4 Mar 2026, 10:30 CET\./)
  expect(message.facts.map(({ label }) => label)).not.toContain('What to do')
  expect(message.tone).toBe('good')
})

test('all messages about an incident have one subject', () => {
  const subjects = (['opened', 'reopened', 'worsened', 'spread'] as const).map((news) => messageOf({ ...told, news }, settings).subject)
  const last = messageOf({ ...told, incident: closed, news: 'closed' }, settings).subject
  expect(new Set([...subjects, last])).toEqual(new Set(['Linkspan: The ERP cannot be reached · SAP Production']))
})

test('long lists of clients and connections are cut', () => {
  const names = Array.from({ length: 12 }, (_, at) => `ERP ${at}`)
  const { firstLine, facts } = messageOf({ ...told, connectionNames: names, clientIds: [] }, settings)
  expect(firstLine).toContain('of no client yet (connections ERP 0, ERP 1, ERP 2, ERP 3, ERP 4 and 7 more)')
  expect(facts).toContainEqual({ label: 'Connections', text: names.join(', ') })
})

test('a digest has what is critical first, and counts', () => {
  const critical = { ...told, incident: incident({ id: 'inc_2', severity: 'critical', cause: 'freshness.late' }) } as const
  const message = digestOf([{ ...told, incident: closed, news: 'passed' }, told, critical], settings)
  expect(message.subject).toBe('Linkspan: 3 incidents: 1 critical, 1 over')
  expect(message.items.map(({ tone }) => tone)).toEqual(['critical', 'warning', 'good'])
  expect(message.items[0]?.text).toContain('The data are late')
  expect(digestOf([told], { ...settings, language: 'de' }).subject).toBe('Linkspan: 1 Störung: 0 kritisch, 0 vorbei')
})

test('the details name what is concerned, in the language of the message', () => {
  const broken = incident({ title: 'The ERP cannot be reached: orders of "SAP Production"' })
  const detailIn = (language: 'en' | 'de') =>
    messageOf({ ...told, incident: broken }, { ...settings, language }).facts.map(({ text }) => text)
  expect(detailIn('en')).toContain('The ERP cannot be reached: orders of "SAP Production"')
  expect(detailIn('de')).toContain('Das ERP ist nicht erreichbar: Bestellungen von „SAP Production“')
})
