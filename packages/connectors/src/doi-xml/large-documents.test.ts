import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { readCxml } from './cxml/read-inbound.ts'
import { orderProgress } from './order-progress.ts'

test('the time for the largest ship notice grows with its length only', async () => {
  const numbers = Array.from({ length: 20_000 }, (_, at) => String(at + 1))
  const portion = (number: string) =>
    `<ShipNoticePortion><OrderReference orderID="W-1"/><ShipNoticeItem lineNumber="${number}" quantity="1"/></ShipNoticePortion>`
  const request = `<ShipNoticeRequest><ShipNoticeHeader shipmentID="S" noticeDate="2026-03-01"/>${numbers.map(portion).join('')}</ShipNoticeRequest>`
  const root = await parseXml(`<cXML payloadID="p" timestamp="2026-03-01"><Request>${request}</Request></cXML>`)
  const start = process.cpuUsage() // not the time by the clock: the machine may be busy
  const documents = readCxml(root)
  const ordered = numbers.map((lineNumber) => ({ lineNumber, quantity: '1' }))
  expect(orderProgress({ orderNumber: 'W-1', ordered, documents }).status).toBe('shipped')
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1000).toBeLessThan(2_000)
}, 60_000)
