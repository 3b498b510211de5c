import { type AuditEvent, systemClock } from '@linkspan/core'
import { expect, test } from 'vitest'
import { createFailedLogins } from './failed-logins.ts'

const login = (ipAddress: string) => ({
  actor: { id: 'unknown', role: null, authentication: 'bearer' },
  ipAddress,
  userAgent: null,
  requestId: 'req_1',
  target: `/${'a'.repeat(16_000)}`,
})

test('a flood of failed logins has ten events for an address and minute, and one that counts the others', async () => {
  const events: Omit<AuditEvent, 'id'>[] = []
  const audit = { append: async (event: Omit<AuditEvent, 'id'>) => void events.push(event) }
  using logins = createFailedLogins(audit, systemClock, (error) => {
    throw error
  })
  for (let count = 0; count < 5000; count += 1) await logins.note(login('192.0.2.1'))
  await logins.note(login('192.0.2.2'))
  expect(events).toHaveLength(11)
  await logins.flush()
  expect(events).toHaveLength(12)
  expect(events.at(-1)).toMatchObject({ action: 'login_failed', ipAddress: '192.0.2.1', changes: { furtherAttempts: 4990 } })
  expect(JSON.stringify(events[0]).length).toBeLessThan(600)

  await logins.note(login('192.0.2.1'))
  expect(events).toHaveLength(13)
})
