import { expect, test } from 'vitest'
import { nextLink } from './next-link.ts'

const asked = new URL('https://sap/root/salesorder/0001/SalesOrder?$top=2')
const whole = '/root/salesorder/0001/SalesOrder?$skiptoken=2'

test.each([
  ['an absolute context', 'https://inner/root/salesorder/0001/$metadata#SalesOrder', 'SalesOrder?$skiptoken=2', whole],
  ['a context that is relative itself', '$metadata#SalesOrder', 'SalesOrder?$skiptoken=2', whole],
  [
    'the context of another service',
    '../0002/$metadata#SalesOrder',
    'SalesOrder?$skiptoken=2',
    '/root/salesorder/0002/SalesOrder?$skiptoken=2',
  ],
  ['no context', undefined, 'SalesOrder?$skiptoken=2', whole],
  ['a query alone', 'https://inner/root/salesorder/0001/$metadata#SalesOrder', '?$skiptoken=2', whole],
  ['a path from the root', '$metadata#SalesOrder', '/root/salesorder/0001/SalesOrder?$skiptoken=2', whole],
])('with %s the next page is found', (_, context, next, expected) => {
  expect(nextLink({ context, next }, asked)).toBe(expected)
})

test('behind a gateway the path that was asked for is kept', () => {
  const gateway = new URL('https://gateway/prefix/salesorder/0001/SalesOrder')
  const context = 'https://sap/salesorder/0001/$metadata#SalesOrder'
  expect(nextLink({ context, next: 'SalesOrder?$skiptoken=2' }, gateway)).toBe('/prefix/salesorder/0001/SalesOrder?$skiptoken=2')
})

test('below an entity a relative link starts from the service, as its context does', () => {
  const items = new URL('https://bc/v2.0/companies(1)/items?$top=2')
  const context = 'https://bc/v2.0/$metadata#companies(1)/items'
  expect(nextLink({ context, next: 'companies(1)/items?$skiptoken=2' }, items)).toBe('/v2.0/companies(1)/items?$skiptoken=2')
})
