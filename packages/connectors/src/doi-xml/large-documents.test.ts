import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { readCxml } from './cxml/read-inbound.ts'
import { orderProgress } from './order-progress.ts'

test('a ship notice as large as may be is read and counted in the time of its length', async () => {
  const numbers = Array.from({ length: 20_000 }, (_, at) => String(at + 1))
  const portion = (number: string) =>
    `<ShipNoticePortion><OrderReference orderID="W-1"/><ShipNoticeItem lineNumber="${number}" quantity="1"/></ShipNoticePortion>`
  const request = `<ShipNoticeRequest><ShipNoticeHeader shipmentID="S" noticeDate="2026-03-01"/>${numbers.map(portion).join('')}</ShipNoticeRequest>`
  const root = await parseXml(`<cXML payloadID="p" timestamp="2026-03-01"><Request>${request}</Request></cXML>`)
  const start = performance.now()
  const documents = readCxml(root)
  const ordered = numbers.map((lineNumber) => ({ lineNumber, quantity: '1' }))
  expect(orderProgress({ orderNumber: 'W-1', ordered, documents }).status).toBe('shipped')
  expect(performance.now() - start).toBeLessThan(2_000)
})
