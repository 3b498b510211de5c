import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { readCxml } from './cxml/read-inbound.ts'
import { orderProgress } from './order-progress.ts'

const small = 1000
const factor = 10

/** The least milliseconds that reading and counting a ship notice takes in several tries: other work on the machine only adds to it. */
async function leastTime(lines: number): Promise<number> {
  const numbers = Array.from({ length: lines }, (_, at) => String(at + 1))
  const portion = (number: string) =>
    `<ShipNoticePortion><OrderReference orderID="W-1"/><ShipNoticeItem lineNumber="${number}" quantity="1"/></ShipNoticePortion>`
  const request = `<ShipNoticeRequest><ShipNoticeHeader shipmentID="S" noticeDate="2026-03-01"/>${numbers.map(portion).join('')}</ShipNoticeRequest>`
  const root = await parseXml(`<cXML payloadID="p" timestamp="2026-03-01"><Request>${request}</Request></cXML>`)
  const ordered = numbers.map((lineNumber) => ({ lineNumber, quantity: '1' }))
  const times: number[] = []
  while (times.length < 3) {
    const start = process.cpuUsage()
    const documents = readCxml(root)
    expect(orderProgress({ orderNumber: 'W-1', ordered, documents }).status).toBe('shipped')
    times.push(process.cpuUsage(start).user)
  }
  return Math.min(...times)
}

test('the time for reading and counting a ship notice grows with its length, not with its square', async () => {
  await leastTime(small) // compiles the code
  expect(await leastTime(small * factor)).toBeLessThan((await leastTime(small)) * factor * 4)
})
