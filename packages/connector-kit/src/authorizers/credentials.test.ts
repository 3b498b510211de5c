import { expect, test } from 'vitest'
import { ApiCredentials } from './credentials.ts'

const faults = (credentials: object) =>
  ApiCredentials.safeParse(credentials).error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? []

test.each(['not a url SEKRET', 'ftp://erp.example', 'erp.example', ''])('%j is refused as the URL of an ERP', (apiUrl) => {
  expect(faults({ apiUrl })).toEqual(['apiUrl must be a URL that begins with https:// or http://'])
})

test('a URL holds no user and password', () => {
  expect(faults({ apiUrl: 'https://me:secret@erp.example' })).toEqual([
    'apiUrl must not hold user and password: enter them in their own fields',
  ])
})

test.each(['with\r\nline', 'ключ', 'two words'])('%j cannot be sent as a key', (apiKey) => {
  expect(faults({ apiUrl: 'https://erp.example', apiKey })[0]).toContain('visible ASCII')
})
