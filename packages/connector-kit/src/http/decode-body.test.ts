import { expect, test } from 'vitest'
import { decodeBody } from './decode-body.ts'

const latin1 = Buffer.from('Größe', 'latin1')

test.each([
  ['UTF-8', Buffer.from('Größe'), undefined],
  ['UTF-8 that is called something unknown', Buffer.from('Größe'), 'application/json; charset=utf8mb4'],
  ['Latin-1 that is called so', latin1, 'application/json; charset=ISO-8859-1'],
  ['Latin-1 that is called Windows-1252', latin1, 'text/plain; charset=windows-1252'],
  ['Latin-1 that is called nothing', latin1, 'application/json'],
  ['Latin-1 that is called UTF-8', latin1, 'application/json; charset=utf-8'],
])('%s is read as it was meant', (_, bytes, type) => {
  expect(decodeBody(bytes, type)).toEqual({ text: 'Größe', isDamaged: false })
})

test.each([undefined, 'text/plain; charset=windows-1252'])('the euro sign of Windows is read in %s', (type) => {
  expect(decodeBody(Buffer.from([0x80]), type).text).toBe('€')
})

test('UTF-8 with a stray byte is damaged', () => {
  expect(decodeBody(Buffer.concat([Buffer.from('Größe '), Buffer.from([0xfc])]))).toMatchObject({ isDamaged: true })
})
