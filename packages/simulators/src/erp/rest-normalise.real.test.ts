import { expect, test } from 'vitest'
import type { Normalise } from './rest/normalise.ts'
import type { RestErpOptions, WriteAnswer } from './rest/rest-options.ts'
import { startRestErp } from './rest.ts'

const dataset = { products: 60, orders: 5 }

async function send(url: string, method: string, body: unknown) {
  const response = await fetch(url, { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })
  const text = await response.text()
  return { status: response.status, location: response.headers.get('location'), body: text === '' ? null : JSON.parse(text) }
}
const read = async (url: string) => (await fetch(url)).json() as Promise<Record<string, unknown>>

test('the ERP stores its own form of what it is sent, and shows it in its answers and to everybody who reads', async () => {
  const normalise: Normalise = { fields: { name: ['upper', { cut: 5 }], price: [{ round: 2 }] } }
  await using erp = await startRestErp({ dataset, normalise })
  const created = await send(`${erp.url}/products`, 'POST', { sku: 'n1', name: 'Becher', price: '1.005' })
  expect(created).toMatchObject({ status: 201, body: { name: 'BECHE', price: '1.01' } })
  const url = `${erp.url}/products/${created.body.id}`
  expect(await read(url)).toEqual(created.body)
  expect((await send(url, 'PATCH', { name: 'Teller' })).body).toMatchObject({ name: 'TELLE', price: '1.01' })

  normalise.fields = { name: ['lower'] }
  const changed = await send(url, 'PATCH', { name: 'Teller' })
  expect(changed.body).toMatchObject({ name: 'teller' })
  expect(await read(url)).toEqual(changed.body)
})

test('an order is calculated and sorted by the ERP', async () => {
  await using erp = await startRestErp({
    dataset,
    normalise: { computed: true, reorder: 'sku', fields: { 'lines[].quantity': ['numbers'] } },
  })
  const [first, second] = [erp.dataset.products.at(3), erp.dataset.products.at(7)].map((product) => product?.sku)
  const lines = [
    { sku: second, quantity: '3', unitPrice: '2.50' },
    { sku: first, quantity: '1', unitPrice: '1.00' },
  ]
  const { body } = await send(`${erp.url}/orders`, 'POST', { ourReference: 'N-1', customerId: '17100002', lines })
  expect(body).toMatchObject({
    total: '8.50',
    lines: [
      { sku: first, quantity: 1 },
      { sku: second, quantity: 3, lineTotal: '7.50' },
    ],
  })
  expect(erp.writeLog.find('N-1')).toMatchObject({ contents: body })
  const changed = await send(`${erp.url}/orders/${body.id}`, 'PATCH', { customerReference: 'P-1' })
  expect(changed.body).toMatchObject({ customerReference: 'P-1', total: '8.50', lines: body.lines })
})

test.each<[WriteAnswer, Partial<RestErpOptions>, unknown]>([
  ['id', {}, { id: expect.any(String) }],
  ['id', { rowField: 'product', shape: ({ id, ...row }) => ({ Nr: id, ...row }) }, { product: { Nr: expect.any(String) } }],
  ['empty', {}, null],
])('an answer can show less than the record: %s, %j', async (answer, options, expected) => {
  let shown: WriteAnswer = answer
  await using erp = await startRestErp({ dataset, answer: () => shown, ...options })
  const created = await send(`${erp.url}/products`, 'POST', { sku: 'n1', name: 'Becher' })
  expect(created).toEqual({ status: 201, location: expect.stringContaining('/products/'), body: expected })
  const url = String(created.location)
  expect(await send(url, 'PATCH', { name: 'Teller' })).toMatchObject({ status: answer === 'empty' ? 204 : 200, body: expected })
  shown = 'record'
  expect(JSON.stringify((await send(url, 'PATCH', { name: 'Schale' })).body)).toContain('Schale')
})
