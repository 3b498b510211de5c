import { rm } from 'node:fs/promises'
import { orderWith, someOrder } from '@linkspan/connector-kit/testing/mapped-orders'
import { mappedSession } from '@linkspan/core/testing'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sftp } from '../connector.ts'
import { pullAll, startSftpFixture } from '../testing/sftp-fixture.ts'

const ofHeader = { customerName: 'Kunde', total: 'Betrag' }
const ofLines = { ...ofHeader, 'lines[].description': 'lines[].Text' }
const transformations = [{ field: 'total', operation: 'number', value: { decimal: ',' } }]

/** What a partner exports of an order that it read from our file: a list of orders, with its own names for the columns of lines. */
function asExported(format: 'csv' | 'json' | 'xml', file: string): string {
  if (format === 'csv') return file.replace(/^.*/, (names) => names.replaceAll('line.', ''))
  return format === 'json' ? `[${file}]` : file.replace(/<Order>.*<\/Order>/s, (order) => `<Orders>${order}</Orders>`)
}

const filesOf = (format: string) => ({
  orders: {
    id: 'ourReference',
    pattern: 'back_*',
    decimal: '.',
    ...(format === 'xml' && { format: { kind: 'xml', path: 'Orders/Order' } }),
  },
})

test.each([
  ['csv', ofLines],
  ['json', ofLines],
  ['xml', ofHeader],
] as const)('mapped fields are written to their columns, and read from there again (%s)', async (format, fieldMapping) => {
  const push = { orders: { format, name: '{reference}' } }
  const files = filesOf(format)
  await using fixture = await startSftpFixture({ push, files })
  await using session = await fixture.open()
  const settings = { push, files }
  await using mapped = mappedSession({ connector: sftp, session, dataType: 'orders', settings }, { fieldMapping, transformations })
  let count = 0
  await fc.assert(
    fc.asyncProperty(someOrder, async (given) => {
      const reference = `M-${++count}`
      const record = orderWith(reference, 'A1', given)
      expect(await mapped.sink.write(record)).toMatchObject({ kind: 'accepted' })
      await fixture.put(`back_${count}.${format}`, asExported(format, await fixture.get(`out/${reference}`)))
      await rm(fixture.at(`out/${reference}`))
      const { pages } = await pullAll(session, 'orders')
      const [source] = pages.flatMap(({ records }) => records)
      if (!source) throw new Error('The file was not read')
      expect(await mapped.read(source)).toMatchObject({
        customerName: given.customerName,
        total: given.total,
        lines: given.lines.map(({ description }) => ({ description, sku: 'A1', quantity: '2' })),
      })
    }),
    { numRuns: 8 },
  )
})

test('our own columns, and lists other than lines, cannot be written', async () => {
  await using fixture = await startSftpFixture()
  await using session = await fixture.open()
  const taken = { customerName: 'action', companyId: 'parts[].name' }
  await using mapped = mappedSession({ connector: sftp, session, dataType: 'orders', settings: {} }, { fieldMapping: taken })
  const push = { orders: { format: 'xml' } }
  await using xml = mappedSession({ connector: sftp, session, dataType: 'orders', settings: { push } }, { fieldMapping: ofLines })
  expect(Object.keys(xml.readOnly)).toEqual(['lines[].description'])
  expect(mapped.readOnly).toEqual({
    customerName: 'customerName is read from action, which cannot be written: the file has action for the answer to it.',
    companyId:
      'companyId is read from parts[].name, which cannot be written: a file has fields of the record and of its lines, as in "lines[].Qty".',
  })
})
