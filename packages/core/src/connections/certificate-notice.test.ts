import { expect, test } from 'vitest'
import { certificateNotice } from './certificate-notice.ts'

const expiresAt = '2026-06-30T12:00:00.000Z'
const at = (now: string) => certificateNotice(expiresAt, new Date(now))?.daysLeft ?? null

test('a certificate is told 30, 7 and 1 days before it ends', () => {
  expect(at('2026-05-31T11:59:59.999Z')).toBeNull()
  expect(at('2026-05-31T12:00:00.000Z')).toBe(30)
  expect(at('2026-06-23T11:59:00.000Z')).toBe(30)
  expect(at('2026-06-23T12:00:00.000Z')).toBe(7)
  expect(at('2026-06-29T12:00:00.000Z')).toBe(1)
  expect(at('2026-07-02T00:00:00.000Z')).toBe(1)
})

test('a certificate of which nothing is known is not told', () => {
  expect(certificateNotice(undefined, new Date(expiresAt))).toBeNull()
})
