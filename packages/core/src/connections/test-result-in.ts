import { errorText } from '../kernel/error-texts.ts'
import { isErrorCode } from '../kernel/errors.ts'
import type { Language } from '../kernel/language.ts'
import type { ConnectionCheck, ERPConnectionTestResult, TestEvent } from './test-result.ts'

/** A check with what failed and what to do in the language of a reader. What exactly happened, in between, stays in English. */
function checkIn(language: Language, check: ConnectionCheck): ConnectionCheck {
  if (language === 'en' || check.code === undefined || !isErrorCode(check.code)) return check
  const { title, hint } = errorText(check.code, language)
  return { ...check, detail: `${title}: ${check.detail.replace(errorText(check.code, 'en').hint, hint)}` }
}

/** The result of a test in the language of a reader. */
export function testResultIn(language: Language, result: ERPConnectionTestResult): ERPConnectionTestResult {
  const checks = result.details.checks.map((check) => checkIn(language, check))
  const errors = checks.filter(({ ok }) => !ok).map(({ name, detail }) => `${name}: ${detail}`)
  const [message] = errors
  return message === undefined ? result : { ...result, message, errors, details: { checks } }
}

/** What happens while a test works, in the language of a reader. */
export function testEventIn(language: Language, told: TestEvent): TestEvent {
  if (told.event === 'check') return { ...told, data: checkIn(language, told.data) }
  return told.event === 'end' ? { ...told, data: testResultIn(language, told.data) } : told
}
