import { expect, test } from 'vitest'
import { isSuccess } from '../http/http-response.ts'
import { type BatchPart, batchJson } from './batch.ts'
import { buildJsonBatch, parseJsonBatch } from './batch-json.ts'
import { answersTo, buildMultipartBatch, parseMultipartBatch } from './batch-multipart.ts'

const parts: readonly BatchPart[] = [
  { id: '1', method: 'GET', path: "Orders('7')?$expand=Lines" },
  {
    changeset: [
      { id: '2', method: 'POST', path: 'Orders', body: { Name: 'Süß', Net: '1.50' } },
      { id: '3', method: 'POST', path: '$2/Lines', body: { Item: 'A' }, headers: { 'if-match': '*' } },
    ],
  },
]

test('a multipart batch is written part by part, its changeset nested', () => {
  const { contentType, body } = buildMultipartBatch(parts)
  const [, boundary] = /^multipart\/mixed; boundary=(batch_[\w-]+)$/.exec(contentType) ?? []
  const [, inner] = /boundary=(changeset_[\w-]+)/.exec(body) ?? []
  const http = ['Content-Type: application/http', 'Content-Transfer-Encoding: binary']
  expect(body.split('\r\n')).toEqual([
    `--${boundary}`,
    ...http,
    'Content-ID: 1',
    '',
    "GET Orders('7')?$expand=Lines HTTP/1.1",
    'accept: application/json',
    '',
    '',
    `--${boundary}`,
    `Content-Type: multipart/mixed; boundary=${inner}`,
    '',
    `--${inner}`,
    ...http,
    'Content-ID: 2',
    '',
    'POST Orders HTTP/1.1',
    'accept: application/json',
    'content-type: application/json',
    '',
    '{"Name":"Süß","Net":"1.50"}',
    `--${inner}`,
    ...http,
    'Content-ID: 3',
    '',
    'POST $2/Lines HTTP/1.1',
    'accept: application/json',
    'content-type: application/json',
    'if-match: *',
    '',
    '{"Item":"A"}',
    `--${inner}--`,
    '',
    `--${boundary}--`,
    '',
  ])
})

const answer = (status: string, body: string, id?: string) => [
  'Content-Type: application/http',
  ...(id ? [`Content-ID: ${id}`] : []),
  '',
  `HTTP/1.1 ${status}`,
  'Content-Type: application/json',
  'ETag: W/"1"',
  '',
  body,
]
const taken = [
  'a word before',
  '--b.1',
  ...answer('200 OK', '{"d":{"Net":12345678901234567.891}}'),
  '--b.1',
  'Content-Type: multipart/mixed; boundary="c 1"',
  '',
  '--c 1',
  ...answer('201 Created', '{"Name":"Süß"}', '2'),
  '--c 1',
  ...answer('204 No Content', '', '3'),
  '--c 1--',
  '--b.1--',
  'a word behind',
]

test.each(['\r\n', '\n'])('the answers of a multipart batch are read, lines ended by %j', (newLine) => {
  const [got, changed] = parseMultipartBatch('multipart/mixed; boundary=b.1', Buffer.from(taken.join(newLine)))
  const [read] = answersTo(parts[0] as BatchPart, got)
  expect(read).toMatchObject({ id: null, status: 200, headers: { etag: 'W/"1"' } })
  expect(JSON.stringify(read && batchJson(read))).toContain('12345678901234567.891')
  const [first, second] = answersTo(parts[1] as BatchPart, changed)
  expect([first?.id, first?.status, first && batchJson(first)]).toEqual(['2', 201, { Name: 'Süß' }])
  expect([second?.id, second?.status, second && batchJson(second)]).toEqual(['3', 204, undefined])
})

test('a changeset that has failed is answered once for all of it', () => {
  const text = ['--b', ...answer('200 OK', '{}'), '--b', ...answer('400 Bad Request', '{"error":{"message":"No"}}'), '--b--'].join('\r\n')
  const [, failed] = parseMultipartBatch('multipart/mixed;boundary=b', Buffer.from(text))
  const answers = answersTo(parts[1] as BatchPart, failed)
  expect(answers.map(({ status }) => status)).toEqual([400])
  expect(answers.every(isSuccess)).toBe(false)
})

test.each([
  ['application/json', '{}'],
  [undefined, ''],
  ['multipart/mixed; boundary=b', '--b\r\nContent-Type: application/http\r\n\r\nHTTP/1.1 200 OK\r\n\r\n{}'],
  ['multipart/mixed; boundary=b', '--b\r\n\r\nno answer\r\n--b--'],
])('%s with %j is no answer to a batch', (type, text) => {
  expect(() => parseMultipartBatch(type, Buffer.from(text))).toThrow(expect.objectContaining({ code: 'setup.answer-unexpected' }))
})

test('what is built as multipart is read as multipart again', () => {
  const { contentType, body } = buildMultipartBatch(parts)
  const replies = body.replace(/(GET|POST) (\S+) HTTP\/1\.1/g, 'HTTP/1.1 200 OK')
  const [first, second] = parseMultipartBatch(contentType, Buffer.from(replies))
  expect([first, second].flat().map((one) => one && [one.id, batchJson(one)])).toEqual([
    ['1', undefined],
    ['2', { Name: 'Süß', Net: '1.50' }],
    ['3', { Item: 'A' }],
  ])
})

test('a JSON batch groups its changeset, and its answers are found by id', () => {
  const { contentType, body } = buildJsonBatch(parts)
  expect(contentType).toBe('application/json')
  expect(JSON.parse(body)).toEqual({
    requests: [
      { id: '1', method: 'GET', url: "Orders('7')?$expand=Lines" },
      {
        id: '2',
        atomicityGroup: 'g2',
        method: 'POST',
        url: 'Orders',
        headers: { 'content-type': 'application/json' },
        body: { Name: 'Süß', Net: '1.50' },
      },
      {
        id: '3',
        atomicityGroup: 'g2',
        method: 'POST',
        url: '$2/Lines',
        headers: { 'content-type': 'application/json', 'if-match': '*' },
        body: { Item: 'A' },
      },
    ],
  })
  const answers = parseJsonBatch({
    responses: [
      { id: '2', status: 201, headers: { ETag: 'x' }, body: { Id: 7 } },
      { id: 1, status: 404 },
    ],
  })
  expect(answers.get('2')).toEqual({ id: '2', status: 201, headers: { etag: 'x' }, text: '{"Id":7}' })
  expect([answers.get('1')?.status, answers.get('3')]).toEqual([404, undefined])
  expect(() => parseJsonBatch([])).toThrow(expect.objectContaining({ code: 'setup.answer-unexpected' }))
})
