import { isFields } from '@linkspan/core/connector'
import { familyWords } from './error-families.ts'
import { faultWords } from './soap-fault.ts'

const maxLength = 500

const textOf = (value: unknown): string[] => (typeof value === 'string' && value.trim() !== '' ? [value.trim()] : [])

/** Dynamics ends its messages with an id that is another each time (docs/erp/dynamics-business-central.md#correlation-ids). */
const correlation = /\s+CorrelationId:\s*[\w-]+\.?/g

/** Names under which error bodies carry a sentence or a short code for people, the nearest to the matter first. */
const sentences = [
  'message',
  'error_description',
  'errorMessage',
  'error_message',
  'detail',
  'title',
  'description',
  'value',
  'reason',
  'msg',
  'errmsg',
  'faultstring',
  'code',
]

function wordsOf(value: unknown, depth = 0): string[] {
  if (depth > 4) return []
  if (typeof value === 'string') return textOf(value)
  if (Array.isArray(value)) return value.slice(0, 5).flatMap((each) => wordsOf(each, depth + 1))
  if (!isFields(value)) return []
  const own = sentences.flatMap((name) => (isFields(value[name]) ? wordsOf(value[name], depth + 1) : textOf(value[name])))
  const inner = ['error', 'errors', 'innererror', 'errordetails', 'details'].flatMap((name) => wordsOf(value[name], depth + 1))
  return [...own, ...inner, ...wordsByField(value.errors)]
}

/** What is wrong with each field, as in `{ "lines[0].sku": ["is unknown"] }`; names that carry sentences are read elsewhere. */
function wordsByField(errors: unknown): string[] {
  if (!isFields(errors)) return []
  return Object.entries(errors)
    .filter(([name]) => !sentences.includes(name))
    .flatMap(([name, problems]) =>
      [problems]
        .flat()
        .flatMap(textOf)
        .map((problem) => `${name}: ${problem}`),
    )
    .slice(0, 5)
}

function fromMarkup(text: string): string {
  return text
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<!--[\s\S]*?-->/g, ' ')
    .replace(/<[^<>]*>/g, ' ')
}

/**
 * What an ERP says about a failure, for people: the words of an error body of a known family, the sentences of any other JSON (OData's with
 * its details, docs/erp/home-made-rest.md#error-bodies), the text of an HTML or XML page, else the body itself; at most 500 characters.
 * Empty if it says nothing.
 */
export function extractErrorMessage(body: string): string {
  const text = body.slice(0, 20_000).trim()
  let words = text
  if (text.startsWith('<')) words = faultWords(text) ?? fromMarkup(text)
  else if (/^[[{]/.test(text)) {
    try {
      const json: unknown = JSON.parse(body)
      words = [...new Set(familyWords(json) ?? wordsOf(json))].join(' · ') || text
    } catch {
      words = text
    }
  }
  const line = words.replace(correlation, ' ').replace(/\s+/g, ' ').trim()
  return line.length > maxLength ? `${line.slice(0, maxLength)}…` : line
}
