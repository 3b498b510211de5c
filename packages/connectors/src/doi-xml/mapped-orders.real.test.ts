import { orderWith, someOrder } from '@linkspan/connector-kit/testing/mapped-orders'
import { createState, openFor } from '@linkspan/connector-kit/testing/open-context'
import { elementsAt, textAt } from '@linkspan/connector-kit/xml/element'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { mappedSession } from '@linkspan/core/testing'
import { startServer } from '@linkspan/simulators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doiXml } from './connector.ts'

const text =
  '<Order id="{{reference}}"><Buyer>{{buyer.name}}</Buyer><Amount>{{cents}}</Amount>{{#lines}}<Line sku="{{sku}}">{{text}}</Line>{{/lines}}</Order>'
const settingsOf = (dialect: string) => ({
  dialect,
  template: { text, answer: { path: 'Result/Status', success: ['OK'] } },
})
const mapping = {
  fieldMapping: { customerName: 'buyer.name', total: 'cents', 'lines[].description': 'lines[].text' },
  transformations: [{ field: 'total', operation: 'multiply', value: '0.01' }],
}

async function open(dialect: string) {
  const received: string[] = []
  const answer = ({ body }: { readonly body: string }) => {
    received.push(body)
    return { status: 200, headers: { 'content-type': 'text/xml' }, body: '<Answer><Result><Status>OK</Status></Result></Answer>' }
  }
  const partner = await startServer({ routes: [{ method: 'POST', path: /./, answer }] })
  const settings = settingsOf(dialect)
  const credentials = { doiEndpoint: `${partner.url}/orders`, doiUsername: 'linkspan', doiPassword: 'Geheim!1' }
  const session = await openFor(doiXml, { credentials, settings }, { state: createState() })
  const mapped = mappedSession({ connector: doiXml, session, dataType: 'orders', settings }, mapping)
  return {
    received,
    mapped,
    async [Symbol.asyncDispose]() {
      await mapped[Symbol.asyncDispose]()
      await session[Symbol.asyncDispose]()
      await partner[Symbol.asyncDispose]()
    },
  }
}

test('a template shows mapped fields by their paths, and what the partner has is read as the same record', async () => {
  await using opened = await open('template')
  let count = 0
  await fc.assert(
    fc.asyncProperty(someOrder, async (given) => {
      const record = orderWith(`M-${++count}`, 'A1', given)
      expect(await opened.mapped.sink.write(record)).toMatchObject({ kind: 'accepted' })
      const sent = await parseXml(Buffer.from(opened.received.at(-1) ?? ''))
      const raw = {
        buyer: { name: textAt(sent, 'Buyer') },
        cents: textAt(sent, 'Amount'),
        lines: elementsAt(sent, 'Line').map((line) => ({ text: line.text, sku: line.attributes.sku })),
      }
      const read = await opened.mapped.read({ id: record.id, raw, fields: {}, changedAt: null })
      expect(read).toMatchObject({ customerName: given.customerName, lines: given.lines })
      expect([Number(read.total), raw.lines[0]?.sku]).toEqual([Number(given.total), 'A1'])
    }),
    { numRuns: 25 },
  )
})

test.each(['cxml', 'ubl'])(
  '%s has a place of its own for each field: it gets the value in its form, and the remark says so',
  async (dialect) => {
    await using opened = await open(dialect)
    expect(opened.mapped.readOnly).toEqual({})
    const given = { customerName: 'Ann Lee', total: '25.00', lines: [{ description: 'Mug' }] }
    const preview = await opened.mapped.sink.preview(orderWith('M-1', 'A1', given))
    expect(preview.kind === 'message' && preview.message.body).toContain('Ann Lee')
  },
)
