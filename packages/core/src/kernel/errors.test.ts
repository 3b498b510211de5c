import { expect, test } from 'vitest'
import { errorCatalog } from './error-catalog.ts'
import { AppError, toAppError } from './errors.ts'

test.each(Object.entries(errorCatalog))('%s has a hint of whole sentences, and a title without a full stop', (code, { hint, title }) => {
  expect(code).toMatch(/^[a-z]+\.[a-z-]+$/)
  expect(hint).toMatch(/^[A-Z"].*[.?]$/)
  expect(title).not.toMatch(/\.$/)
})

test('an error leaves the process without its stack and cause', () => {
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

test('anything thrown that is not an AppError is a bug', () => {
  expect(toAppError(new TypeError('x is undefined')).code).toBe('internal.bug')
  expect(toAppError('text').message).toBe('text')
})
