import { isFields } from '@linkspan/core/connector'
import { errorSign } from '../../http/error-in-answer.ts'
import { extractErrorMessage } from '../../http/error-message.ts'
import { parseJson } from '../../http/json.ts'
import { unreadable } from '../file-errors.ts'

/** Throws `file.unreadable` if a file is what a server says in place of data: a page of HTML, or the JSON of an error. */
export function assertIsData(text: string): void {
  const begin = text.trimStart()
  if (/^(?:<!doctype html|<html)\b/i.test(begin)) {
    const title = /<title[^>]*>\s*([^<]{1,100})/i.exec(begin)?.[1]?.trim()
    throw unreadable(`The file is a page of HTML${title ? ` ("${title}")` : ''}, not data: ask the sender for the file itself`)
  }
  if (!begin.startsWith('{')) return
  const body = wholeJson(begin)
  if (!isFields(body)) return
  const found = errorSign(body)
  if (found) throw unreadable(`The file reports a failure (${found.sign}) in place of rows: ${extractErrorMessage(begin).slice(0, 200)}`)
}

/** Undefined for the beginning of a longer file, and for lines of JSON. */
function wholeJson(text: string): unknown {
  try {
    return parseJson(text)
  } catch {
    return undefined
  }
}
