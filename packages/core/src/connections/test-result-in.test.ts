import { expect, test } from 'vitest'
import { errorText } from '../kernel/error-texts.ts'
import type { ERPConnectionTestResult } from './test-result.ts'
import { testEventIn, testResultIn } from './test-result-in.ts'

const code = 'setup.credentials-rejected'
const passed = { name: 'DNS', ok: true, ms: 1, detail: '192.0.2.1' }
const failed = { name: 'Authentication', ok: false, ms: 2, code, detail: `HTTP 401: bad key. ${errorText(code, 'en').hint}` }
const message = `Authentication: ${failed.detail}`
const result: ERPConnectionTestResult = {
  ...{ success: false, message, responseTime: 3 },
  ...{ details: { checks: [passed, failed] }, errors: [message] },
}

const german = `${errorText(code, 'de').title}: HTTP 401: bad key. ${errorText(code, 'de').hint}`

test('a failed check says in German what failed and what to do, and in English what exactly happened', () => {
  expect(testResultIn('de', result)).toEqual({
    ...result,
    message: `Authentication: ${german}`,
    errors: [`Authentication: ${german}`],
    details: { checks: [passed, { ...failed, detail: german }] },
  })
  expect(testEventIn('de', { event: 'check', data: failed })).toEqual({ event: 'check', data: { ...failed, detail: german } })
})

test('a test is told in English as it is stored, and so is one that passed or that no worker took', () => {
  expect(testResultIn('en', result)).toEqual(result)
  for (const stored of [
    { ...result, details: { checks: [] } },
    { success: true, message: 'Connected', responseTime: 1, details: { checks: [passed] } },
  ])
    expect(testResultIn('de', stored)).toEqual(stored)
})
