import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { readBody } from './read-body.ts'

test.each(['', 'identity', 'UTF-8', 'none', 'binary', 'utf8'])('content encoded as "%s" is plain', async (encoding) => {
  const body = await readBody(Readable.from([Buffer.from('text')]), encoding, { maxBytes: 100, place: 'GET /' })
  expect(body.toString()).toBe('text')
})

test('an unknown compression is told', async () => {
  await expect(readBody(Readable.from([]), 'zstd-x', { maxBytes: 100, place: 'GET /' })).rejects.toThrow('"zstd-x"')
})
