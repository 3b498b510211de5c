import { fillTemplate } from '@linkspan/connector-kit/xml/fill-template'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { readTemplateAnswer } from './template.ts'

const order = {
  orderNumber: 'W-1',
  customerName: 'Müller & "Söhne" <GmbH>',
  shipTo: { city: 'Köln' },
  lines: [
    { lineNumber: '10', sku: 'A&1', quantity: '2' },
    { lineNumber: '20', sku: 'B', quantity: '1.5', note: 'x' },
  ],
}

test('a template is filled with the fields of an order and its lines, which stay text', async () => {
  const template =
    '<o no="{{orderNumber}}" by="{{customerName}}">{{shipTo.city}}{{none}}{{#lines}}<l n="{{lineNumber}}">{{sku}}{{#note}}!{{/note}}</l>{{/lines}}{{^none}}-{{/none}}</o>'
  const document = await fillTemplate(template, order)
  expect(document).toBe('<o no="W-1" by="Müller &amp; &quot;Söhne&quot; &lt;GmbH&gt;">Köln<l n="10">A&amp;1</l><l n="20">B!</l>-</o>')
  expect((await parseXml(document)).attributes.by).toBe(order.customerName)
})

test.each([
  ['{{{customerName}}}', '{{&customerName}}'],
  ['{{&customerName}}', '{{&customerName}}'],
  ['{{>partial}}', '{{>partial}}'],
  ['{{=<% %>=}}', '{{='],
  ['{{#lines}}{{#lines}}x{{/lines}}{{/lines}}', 'no list within itself'],
  ['{{#lines}}{{#shipTo}}{{#lines}}x{{/lines}}{{/shipTo}}{{/lines}}', 'no list within itself'],
  ['{{#lines}}', 'Unclosed section'],
  ['x'.repeat(200_001), 'characters'],
])('the template %.40s is refused', async (template, message) => {
  await expect(fillTemplate(template, order)).rejects.toMatchObject({
    code: 'setup.settings-invalid',
    message: expect.stringContaining(message),
  })
})

test('a template that would make a huge document is refused before it is filled', async () => {
  const many = { lines: Array.from({ length: 1_000 }, () => ({})) }
  await expect(fillTemplate(`{{#lines}}${'x'.repeat(20_000)}{{/lines}}`, many)).rejects.toMatchObject({
    code: 'setup.settings-invalid',
    message: expect.stringContaining('20000000 characters'),
  })
})

test.each(['{{constructor}}', '{{__proto__}}', '{{shipTo.constructor.name}}', '{{toString}}'])('%s finds nothing', async (template) => {
  expect(await fillTemplate(template, order)).toBe('')
})

test.each([
  ['<r><status code="0">fine</status></r>', { isAccepted: true, status: '0', text: 'fine' }],
  ['<r><status code="7">no such item</status></r>', { isAccepted: false, status: '7', text: 'no such item' }],
  ['<r/>', { isAccepted: false, status: null, text: null }],
])('the answer %s is read', async (document, expected) => {
  const answer = { path: 'status/@code', success: ['0', 'OK'], messagePath: 'status' }
  expect(readTemplateAnswer(await parseXml(document), answer)).toEqual(expected)
})
