import { openFor } from '@linkspan/connector-kit/testing/open-context'
import { startSapOData } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { sapOData } from './connector.ts'
import type { SapSession } from './session.ts'

const start = () => startSapOData({ dataset: { products: 60, orders: 25 }, pageSize: 20 })

interface Opening {
  readonly settings?: Record<string, unknown>
  readonly credentials?: Record<string, unknown>
}

const open = async (apiUrl: string, { settings = {}, credentials = {} }: Opening = {}) => {
  const signIn = { apiUrl, username: 'LINKSPAN', password: 'Geheim!1', ...credentials }
  return (await openFor(sapOData, { settings, credentials: signIn })) as SapSession
}

test.each([
  ['a wrong password', { password: 'Wrong!Pass9' }, {}, 'setup.credentials-rejected'],
  ['a wrong client', {}, { sapClient: '200' }, 'setup.credentials-rejected'],
  ['a service that is not there', {}, { resources: { products: { path: 'API_NOTHING/X' } } }, 'setup.permission-missing'],
  ['a set that is not there', {}, { resources: { products: { path: 'API_PRODUCT_SRV/X' } } }, 'setup.resource-missing'],
  ['a single entity', {}, { resources: { products: { path: "API_PRODUCT_SRV/A_Product('GS-1000000')" } } }, 'setup.answer-unexpected'],
])('%s is said, and no secret with it', async (_, credentials, settings, code) => {
  await using sap = await start()
  await using session = await open(sap.url, { credentials, settings })
  const firstPage = session.source('products').pages({ after: null, since: null })[Symbol.asyncIterator]()
  const failures = await Promise.allSettled([session.checks()[2]!.run(), firstPage.next()])
  for (const failure of failures) {
    const error = failure.status === 'rejected' ? failure.reason : null
    expect(error).toMatchObject({ code })
    expect(JSON.stringify(error)).not.toMatch(/Geheim!1|Wrong!Pass9|Basic /)
  }
})

test('without credentials nothing is opened', async () => {
  await expect(open('https://sap.example', { credentials: { password: undefined } })).rejects.toMatchObject({
    code: 'setup.settings-invalid',
  })
})

test('a write carries token and cookies; one fetch serves many, and a refused token is fetched anew once', async () => {
  await using sap = await start()
  await using session = await open(sap.url)
  const write = () => session.send('orders', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } })
  // An empty order is no order: 400 says that the token was accepted.
  const accepted = { code: 'setup.request-refused', details: { status: 400 } }
  await Promise.all([1, 2, 3].map(() => expect(write()).rejects.toMatchObject(accepted)))
  expect(sap.csrf.fetchCount).toBe(1)
  sap.csrf.expireAll()
  await expect(write()).rejects.toMatchObject(accepted)
  expect(sap.csrf.fetchCount).toBe(2)
  sap.faults.add({ kind: 'forbidden', method: 'POST' })
  await expect(write()).rejects.toMatchObject({ code: 'setup.permission-missing' })
  expect(sap.csrf.fetchCount).toBe(2)
})

test('a wrong password is said by a write too', async () => {
  await using sap = await start()
  await using session = await open(sap.url, { credentials: { password: 'x' } })
  await expect(session.send('orders', { method: 'POST', body: '{}' })).rejects.toMatchObject({ code: 'setup.credentials-rejected' })
})
