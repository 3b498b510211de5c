import { extractErrorMessage } from '@linkspan/connector-kit/http/error-message'
import type { HttpResponse } from '@linkspan/connector-kit/http/http-response'
import { parseJson } from '@linkspan/connector-kit/http/json'
import { type Row, textOf } from '@linkspan/connector-kit/odata/row'
import { isFields } from '@linkspan/core/connector'

const longest = 1000

/**
 * Why SAP refused: the message, and the errors in `errordetails` of V2 or `details` of V4. The reason is in these, and if the message
 * is a general one they stand alone. What is no JSON is read as the text that it is (docs/erp/sap-s4hana.md#error-bodies).
 */
export function refusalWords(body: string): string {
  const error = errorIn(body)
  if (!error) return extractErrorMessage(body)
  const { innererror: inner, message } = error
  const details = [isFields(inner) ? inner.errordetails : null, error.details].filter(Array.isArray).flat().filter(isFields)
  const reasons = details.filter(isError).flatMap((detail) => textOf(detail, 'message') ?? [])
  const isGeneral = reasons.length > 0 && /CX_MGW_BUSI_EXCEPTION/.test(textOf(error, 'code') ?? '')
  const first = isFields(message) ? textOf(message, 'value') : textOf(error, 'message')
  const sentences = [...new Set([...(first === undefined || isGeneral ? [] : [first]), ...reasons])]
  return sentences.length > 0 ? sentences.join(' · ').slice(0, longest) : extractErrorMessage(body)
}

const isError = (detail: Row): boolean => !/^(warning|info|success)$/i.test(textOf(detail, 'severity') ?? '')

/** SAP's remarks on something that it took, such as an incomplete order (docs/erp/sap-s4hana.md#warnings-on-success). */
export function remarksIn(response: Pick<HttpResponse, 'header'>): readonly string[] {
  const message = jsonOf(response.header('sap-message') ?? '')
  if (!isFields(message)) return []
  const details = Array.isArray(message.details) ? message.details.filter(isFields) : []
  return [message, ...details].flatMap((each) => textOf(each, 'message') ?? []).slice(0, 20)
}

const beingProcessed =
  /currently being (processed|edited|changed)|(processed|edited|locked) by (another )?user|\bwird (gerade|bereits|zur Zeit)\b.*\b(bearbeitet|gesperrt)|\b(von|vom|durch) (den )?Benutzer\b.*\b(bearbeitet|gesperrt)|gesperrt (von|durch) (den )?Benutzer/i

/**
 * Whether a user has the document open (docs/erp/sap-s4hana.md#locked-documents): SAP took nothing, and will a little later. A customer
 * or material that is blocked for business is another matter: it stays blocked.
 */
export const isBeingProcessed = (words: string): boolean => beingProcessed.test(words)

function errorIn(body: string): Row | null {
  const json = jsonOf(body)
  return isFields(json) && isFields(json.error) ? json.error : null
}

/** Undefined if it is no JSON. */
export function jsonOf(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
