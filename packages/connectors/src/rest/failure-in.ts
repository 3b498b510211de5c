import { valueAt } from '@linkspan/connector-kit/fields/dot-path'
import { errorSign, toAnswerError } from '@linkspan/connector-kit/http/error-in-answer'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { AppError } from '@linkspan/core/connector'
import type { RestResource } from './settings.ts'

/** The failure that an answer with a status of success reports: as `success` in the settings says, else by convention. Null if none. */
export function failureIn(response: HttpResponse, body: unknown, resource: RestResource): AppError | null {
  const { place, status, url } = response
  const { success } = resource
  const words = wordsIn(response, resource)
  if (success === undefined) {
    const sign = errorSign(body)
    return sign === null ? null : toAnswerError(response, sign, words)
  }
  const found = valueAt(body, success.path)
  if (found === success.equals || (found !== undefined && found !== null && String(found) === String(success.equals))) return null
  return new AppError('setup.request-refused', `${place}: the ERP reports a failure${words ? `, ${words.slice(0, 200)}` : ''}`, {
    details: { status, path: url.pathname, ...(words && { answer: words }) },
  })
}

/** What the ERP says, if the settings know where. */
export function wordsIn({ json }: HttpResponse, { errorMessage }: RestResource): string | undefined {
  if (errorMessage === undefined) return undefined
  try {
    const words = valueAt(json(), errorMessage)
    return typeof words === 'string' && words.trim() !== '' ? words.trim().slice(0, 500) : undefined
  } catch {
    return undefined // a page of HTML, perhaps
  }
}
