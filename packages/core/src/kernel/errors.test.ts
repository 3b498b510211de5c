import { expect, test } from 'vitest'
import { errorCatalog } from './error-catalog.ts'
import { AppError, toAppError } from './errors.ts'

test.each(Object.entries(errorCatalog))('%s tells people what to do in a whole sentence', (code, { hint, title }) => {
  expect(code).toMatch(/^[a-z]+\.[a-z-]+$/)
  expect(hint).toMatch(/^[A-Z"].*[.?]$/)
  expect(title).not.toMatch(/\.$/)
})

test('what leaves the process has neither stack nor cause', () => {
  const error = new AppError('remote.timeout', 'GET /products took too long', {
    cause: new Error('inner secret'),
    details: { status: 504 },
  })
  expect(JSON.stringify(error)).not.toContain('inner secret')
  expect(error.toJSON()).toEqual({
    code: 'remote.timeout',
    message: 'GET /products took too long',
    hint: errorCatalog['remote.timeout'].hint,
    retryable: true,
    details: { status: 504 },
  })
})

test('anything thrown that nobody named is a bug', () => {
  expect(toAppError(new TypeError('x is undefined')).code).toBe('internal.bug')
  expect(toAppError('text').message).toBe('text')
})
