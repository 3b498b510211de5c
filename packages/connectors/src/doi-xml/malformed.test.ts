import { receiveFor } from '@linkspan/connector-kit/testing/open-context'
import { parseXml } from '@linkspan/connector-kit/xml/parse-xml'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { doiXml } from './connector.ts'
import { readResponse } from './cxml/response.ts'

const credentials = { doiEndpoint: 'https://partner.example', doiUsername: 'u', doiPassword: 'p' }
const authorization = `Basic ${Buffer.from('u:p').toString('base64')}`
const receive = (body: Uint8Array, settings = {}, headers: object = { authorization }) =>
  receiveFor(
    doiXml,
    { credentials, settings },
    { method: 'POST', query: new URLSearchParams(), headers: { 'content-type': 'text/xml', ...headers }, body },
  )

const open = '<?xml version="1.0" encoding="utf-16"?><cXML payloadID="1"><Header>'

test.each([
  ['ill-formed cXML', Buffer.from('<cXML payloadID="1"><Header></cXML>'), {}],
  ['cXML that is cut, for a connection in UBL', Buffer.from('<!DOCTYPE cXML SYSTEM "x.dtd"><cXML payloadID="1">'), { dialect: 'ubl' }],
  ['cXML that says utf-16 and is cut utf-8', Buffer.from(open), {}],
  ['cut cXML in utf-16', iconv.encode(open, 'utf-16', { addBOM: true }), { dialect: 'ubl' }],
  ['JSON', Buffer.from('{"order":1}'), {}],
  ['nothing', Buffer.alloc(0), {}],
])('%s is answered in cXML with the status 400 and why', async (_, body, settings) => {
  const { answer, documents, messageId } = await receive(body, settings)
  expect(answer).toMatchObject({ status: 400, contentType: 'text/xml; charset=utf-8' })
  const response = readResponse(await parseXml(answer.body))
  expect(response).toMatchObject({ meaning: 'refused', code: '400' })
  expect(response.text.length).toBeGreaterThan('Bad Request: '.length)
  expect({ documents, messageId }).toEqual({ documents: [], messageId: null })
})

test('a sender who does not speak cXML gets the usual error, and one without credentials is told nothing', async () => {
  const ubl = Buffer.from('<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2"><ID>')
  for (const dialect of ['ubl', 'cxml']) await expect(receive(ubl, { dialect })).rejects.toMatchObject({ code: 'request.malformed' })
  await expect(receive(Buffer.from('no XML'), { dialect: 'ubl' })).rejects.toMatchObject({ code: 'request.malformed' })
  expect(await receive(Buffer.from('<cXML>'), {}, {})).toMatchObject({ answer: { status: 401 } })
})
