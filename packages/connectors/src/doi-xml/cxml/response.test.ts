import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import { expect, test } from 'vitest'
import { buildResponse, meaningOf, readResponse } from './response.ts'

test.each([
  ['accepted', ['200', '201', '204', '280', '281']],
  ['credentials', ['401', '403']],
  ['refused', ['400', '406', '409', '412', '417', '450', '475', '476', '477']],
  ['unknown', ['202', '100', '302', '408', '429', '500', '503', '550', '551', '560', '4000', 'OK', '']],
])('a status is %s if its code is one of %j', (meaning, codes) => {
  expect(codes.map(meaningOf)).toEqual(codes.map(() => meaning))
})

test('an answer is read with its text and details', async () => {
  const answer =
    '<x:cXML xmlns:x="urn:x"><x:Response><x:Status code="450" text="Not implemented">no blanket orders</x:Status></x:Response></x:cXML>'
  expect(readResponse(await parseXml(answer))).toEqual({ meaning: 'refused', code: '450', text: 'Not implemented: no blanket orders' })
})

test.each([
  '<html><body>Sign in</body></html>',
  '<cXML/>',
  '<cXML><Response><Status text="x"/></Response></cXML>',
  '<Other><Response><Status code="200"/></Response></Other>',
])('%s is not an answer in cXML', async (answer) => {
  const root = await parseXml(answer)
  expect(() => readResponse(root)).toThrow(expect.objectContaining({ code: 'setup.answer-unexpected' }))
})

test('our own answers are read back', async () => {
  const message = { payloadId: 'r1', timestamp: '2026-03-01T09:30:00.000Z' }
  const root = await parseXml(buildResponse({ code: '406', text: 'Not Acceptable', details: 'quantity < 0' }, message))
  expect(readResponse(root)).toEqual({ meaning: 'refused', code: '406', text: 'Not Acceptable: quantity < 0' })
  expect(root.attributes).toEqual({ payloadID: 'r1', timestamp: '2026-03-01T09:30:00+00:00', 'xml:lang': 'en' })
})
