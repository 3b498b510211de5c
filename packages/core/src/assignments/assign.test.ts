import { expect, test } from 'vitest'
import { assign, assignToClient } from './assign.ts'
import { AssignmentSettings, type ClientERPAssignment, isSwitchedOn, type SiteERPAssignment } from './assignment.ts'
import { effectiveAssignment } from './effective-erp.ts'

const settings = AssignmentSettings.parse({})
const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour)).toISOString()
const ofClient = (connection: string, isDefault: boolean | undefined, hour = 0) => ({
  id: `a-${connection}-${hour}`,
  clientId: 'c',
  erpConnectionId: connection,
  isDefault,
  settings,
  createdAt: at(hour),
  updatedAt: at(hour),
})
const ofSite = (connection: string, overridesClient: boolean, hour = 0): SiteERPAssignment => ({
  ...ofClient(connection, undefined, hour),
  siteId: 's',
  overridesClient,
})
const defaults = (list: readonly ClientERPAssignment[]) =>
  list.filter(({ isDefault }) => isDefault).map(({ erpConnectionId }) => erpConnectionId)

test("a client's first assignment is its default, unless the caller says otherwise", () => {
  expect(defaults(assignToClient([], ofClient('x', undefined)))).toEqual(['x'])
  expect(defaults(assignToClient([], ofClient('x', false)))).toEqual([])
})

test('a new default replaces the old one, so there is at most one', () => {
  const one = assignToClient([], ofClient('x', undefined))
  expect(defaults(assignToClient(one, ofClient('y', undefined)))).toEqual(['x'])
  expect(defaults(assignToClient(one, ofClient('y', true)))).toEqual(['y'])
})

test('assigning the same connection again updates the assignment, which keeps its id, creation time and default flag', () => {
  const [first] = assignToClient([], ofClient('x', undefined))
  const again = assignToClient(first ? [first] : [], { ...ofClient('x', undefined, 5), catalogId: 'new' })
  expect(again).toEqual([{ ...first, catalogId: 'new', updatedAt: at(5) }])
  expect(assign([ofSite('x', true)], ofSite('x', false, 5))).toMatchObject([{ id: 'a-x-0', overridesClient: false }])
})

test("a site's own ERP counts if it overrides, the latest of several; otherwise the client's default; otherwise none", () => {
  const client = assignToClient([], ofClient('c', undefined))
  expect(effectiveAssignment([ofSite('s', true)], client)).toMatchObject({ source: 'site', assignment: { erpConnectionId: 's' } })
  expect(effectiveAssignment([ofSite('s', true), ofSite('t', true, 3)], client)).toMatchObject({ assignment: { erpConnectionId: 't' } })
  expect(effectiveAssignment([ofSite('s', false)], client)).toMatchObject({ source: 'client', assignment: { erpConnectionId: 'c' } })
  expect(effectiveAssignment([ofSite('s', false)], [])).toEqual({ source: 'none', assignment: null })
})

test('order status is switched off with the orders', () => {
  expect(isSwitchedOn({ settings: { ...settings, syncOrders: false } }, 'order_status')).toBe(false)
  expect(isSwitchedOn({ settings: { ...settings, syncOrders: false } }, 'products')).toBe(true)
})
