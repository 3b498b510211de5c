import { expect, test } from 'vitest'
import { RestSettings } from './settings.ts'

test.each(['Authorization', 'expect', 'Keep-Alive', 'Transfer-Encoding', 'Host'])('the header %s cannot be set', (name) => {
  const { error } = RestSettings.safeParse({ headers: { [name]: '100-continue' } })
  expect(error?.issues).toMatchObject([{ path: ['headers', name] }])
})

test('a header of its own can be set', () => {
  expect(RestSettings.safeParse({ headers: { 'X-Client': 'shop' } }).success).toBe(true)
})
