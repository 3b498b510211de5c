import { type AppError, isFields } from '@linkspan/core/connector'
import { charsetIn } from '../xml/charset.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { toFields } from '../xml/to-fields.ts'
import { errorSign, toAnswerError } from './error-in-answer.ts'
import { extractErrorMessage } from './error-message.ts'
import type { HttpResponse } from './http-response.ts'

/** The failure that an answer with a status of success reports by convention, in JSON or XML; null if it reports none or is neither. */
export async function failureInAnswer(response: HttpResponse): Promise<AppError | null> {
  const isXml = response.text.trimStart().startsWith('<')
  const body = isXml ? await xmlIn(response) : jsonIn(response)
  const found = errorSign(body)
  if (!found) return null
  return toAnswerError(response, found, isXml ? extractErrorMessage(JSON.stringify(body)) : undefined)
}

function jsonIn({ json }: HttpResponse): unknown {
  try {
    return json()
  } catch {
    return undefined
  }
}

/** The fields of the root element, with its own name if it says "error" itself. */
async function xmlIn({ body, header }: HttpResponse): Promise<unknown> {
  try {
    const root = await parseXml(body, { charset: charsetIn(header('content-type')) })
    const fields = toFields(root)
    return isFields(fields) && errorSign(fields) ? fields : { [root.name]: fields }
  } catch {
    return undefined
  }
}
