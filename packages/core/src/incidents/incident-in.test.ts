import { expect, test } from 'vitest'
import { describeCause } from './causes.ts'
import type { Incident } from './incident.ts'
import { incidentIn } from './incident-in.ts'
import { observeConnection, observeInstallation } from './observe.ts'

const connection = { id: 'erp_1', name: 'SAP: "Produktion"', host: 'sap.example.com' }
const trouble = { cause: 'remote.unreachable', parts: ['runs'], message: 'connect ECONNREFUSED', at: '2026-03-04T09:00:00.000Z' } as const

/** An incident as the store makes it of observations with this subject. */
const stored = (subject: 'one' | 'connection' | 'many', changes: Partial<Incident> = {}): Incident => {
  const { title, subjects, hint, whoActs, cause, severity } = observeConnection(connection, { ...trouble, dataType: 'orders' })
  return {
    ...{ id: 'inc_1', status: 'open', cause, severity, connectionIds: ['erp_1'], dataTypes: ['orders'], hint, whoActs },
    ...{ title: title.replace('{subject}', () => subjects[subject].replace('{count}', '3')), occurrences: 1, timeline: [] },
    ...{ openedAt: trouble.at, updatedAt: trouble.at },
    ...changes,
  }
}

test('an incident is told in English as it is stored', () => {
  expect(incidentIn('en', stored('one'))).toEqual(stored('one'))
})

test.each([
  ['one data type', stored('one'), 'Bestellungen von „SAP: "Produktion"“'],
  ['several data types', stored('connection', { dataTypes: ['orders', 'products'] }), '„SAP: "Produktion"“'],
  ['a connection as a whole', stored('connection', { dataTypes: [] }), '„SAP: "Produktion"“'],
  ['a host', stored('many', { connectionIds: ['erp_1', 'erp_2', 'erp_3'], host: 'sap.example.com' }), '3 Verbindungen zu sap.example.com'],
])('an incident of %s is told in German', (_, incident, subject) => {
  const told = incidentIn('de', incident)
  expect(told.title).toBe(`Das ERP ist nicht erreichbar: ${subject}`)
  expect(told.hint).toBe(describeCause('remote.unreachable', 'de').hint)
})

test('an incident of no connection names in German what it names in English', () => {
  const { title, subjects, hint } = observeInstallation({ ...trouble, cause: 'webhook.paused', subject: 'https://shop.example.com/hook' })
  const incident = { ...stored('one', { cause: 'webhook.paused', connectionIds: [], dataTypes: [] }), hint }
  expect(incidentIn('de', { ...incident, title: title.replace('{subject}', subjects.one) }).title).toBe(
    'Ein Webhook ist pausiert: https://shop.example.com/hook',
  )
})
