import { AppError, systemStopwatch } from '@linkspan/core/connector'
import { expect, test } from 'vitest'
import { classify } from './classify.ts'
import { failedWrite, withoutAnswer } from './write-failure.ts'

const clock = { now: () => new Date('2026-03-01T10:00:00Z') }

/** The kind of the outcome, or the code of what is thrown. */
function meaningOf(status: number, isChange: boolean): string {
  const text = '{"message":"No"}'
  const failure = classify({ place: 'POST /orders', path: '/orders', status, headers: {}, body: text }, clock)
  try {
    return failedWrite({ response: { status, text }, failure, isChange }).kind
  } catch (thrown) {
    return (thrown as AppError).code
  }
}

test.each([
  [302, 'unknown', 'unknown'],
  [400, 'refused', 'refused'],
  [401, 'setup.credentials-rejected', 'setup.credentials-rejected'],
  [403, 'setup.permission-missing', 'setup.permission-missing'],
  [404, 'setup.resource-missing', 'refused'],
  [405, 'setup.request-refused', 'setup.request-refused'],
  [408, 'unknown', 'unknown'],
  [409, 'unknown', 'refused'],
  [410, 'setup.resource-missing', 'refused'],
  [412, 'stale', 'stale'],
  [413, 'refused', 'refused'],
  [415, 'refused', 'refused'],
  [422, 'refused', 'refused'],
  [423, 'remote.unavailable', 'remote.unavailable'],
  [428, 'stale', 'stale'],
  [429, 'remote.throttled', 'remote.throttled'],
  [500, 'unknown', 'unknown'],
  [501, 'setup.request-refused', 'setup.request-refused'],
  [502, 'unknown', 'unknown'],
  [503, 'unknown', 'unknown'],
  [504, 'unknown', 'unknown'],
])('HTTP %i to a creation is "%s", to a change "%s"', (status, creation, change) => {
  expect([meaningOf(status, false), meaningOf(status, true)]).toEqual([creation, change])
})

test.each([
  [301, false],
  [302, true],
  [303, true],
  [307, false],
  [308, false],
])('after a redirect with %i it may have been taken: %s', (status, isUnknown) => {
  const error = new AppError('setup.redirect-refused', 'Elsewhere', { details: { status } })
  const told = () => withoutAnswer(error, { mayHaveArrived: true, leftAt: null })
  if (isUnknown) expect(told()).toEqual({ kind: 'unknown', error })
  else expect(told).toThrow(error)
})

test('what cannot have arrived is thrown, whatever it is; what may have is unknown, whatever it is', () => {
  for (const code of ['remote.timeout', 'setup.certificate-untrusted', 'setup.credentials-rejected', 'run.cancelled'] as const) {
    const error = new AppError(code, 'Failed')
    expect(() => withoutAnswer(error, { mayHaveArrived: false, leftAt: null })).toThrow(error)
    expect(withoutAnswer(error, { mayHaveArrived: true, leftAt: null })).toEqual({ kind: 'unknown', error })
    const told = withoutAnswer(error, { mayHaveArrived: true, leftAt: systemStopwatch() - 500 })
    expect(told.kind === 'unknown' && told.leftMsAgo).toBeGreaterThanOrEqual(500)
  }
})
