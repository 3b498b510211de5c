import { isFields } from '@linkspan/core/connector'

type Fields = Readonly<Record<string, unknown>>

/** A form of JSON error bodies: the words of a body of this family, null if it is of another. */
interface ErrorFamily {
  readonly words: (body: Fields) => readonly unknown[] | null
}

const objectIn = (value: unknown): Fields => (isFields(value) ? value : {})
const listIn = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields).slice(0, 5) : [])

/** `path: words`, or the words alone. */
const at = (path: unknown, words: unknown): unknown =>
  typeof path === 'string' && path !== '' && typeof words === 'string' ? `${path}: ${words}` : words

/** The families whose words are not where convention has them, or among words that say nothing. */
const families: readonly ErrorFamily[] = [
  {
    // NetSuite (docs/erp/netsuite.md#error-bodies) and Oracle Fusion (docs/erp/oracle-fusion.md#error-bodies)
    words: ({ title, 'o:errorDetails': details }) =>
      Array.isArray(details)
        ? [...listIn(details).map((one) => at(one['o:errorPath'] ?? one['o:errorQueryParam'], one.detail)), ...none(details, title)]
        : null,
  },
  {
    // Dynamics 365 Finance and Operations (docs/erp/dynamics-finance-operations.md#error-bodies)
    words({ error }) {
      const { message } = objectIn(objectIn(error).innererror)
      const isGeneric = objectIn(error).message === 'An error has occurred.'
      return isGeneric && typeof message === 'string'
        ? [message.replace(/^[\s\S]*?Infolog:\s*/, '').replace(/\s+at \w+(\.\w+)+\([\s\S]*$/, '')]
        : null
    },
  },
  {
    // Odoo, JSON-RPC (docs/erp/odoo.md#errors-over-json-rpc)
    words({ error }) {
      const { message, data } = objectIn(error)
      const { name, message: cause } = objectIn(data)
      return typeof name === 'string' ? [cause || message] : null
    },
  },
  {
    // Odoo, JSON-2 (docs/erp/odoo.md#errors-over-json-2)
    words: ({ name, message, debug }) => (typeof name === 'string' && debug !== undefined ? [message || name] : null),
  },
  {
    // Epicor Kinetic (docs/erp/epicor-kinetic.md#error-bodies)
    words: ({ ErrorMessage: message, ErrorDetails: details }) =>
      typeof message === 'string' ? [message, ...listIn(details).map((one) => at(one.Field, one.Message))] : null,
  },
  {
    // Infor LN (docs/erp/infor.md#error-bodies-of-ln)
    words: ({ Code: code, Message: message, Details: details }) =>
      typeof code === 'string' && typeof message === 'string' ? [message, ...listIn(details).map((one) => one.Message)] : null,
  },
  {
    // Infor M3, with status 200 (docs/erp/infor.md#failures-of-m3)
    words({ results }) {
      const failed = listIn(results).map(({ errorMessage }) => errorMessage)
      return failed.some((words) => typeof words === 'string') ? failed : null
    },
  },
  {
    // Infor SyteLine, with status 200 (docs/erp/infor.md#failures-of-syteline)
    words: ({ Success: success, Message: message }) => (success === false ? [message] : null),
  },
  {
    // Oracle Fusion, actions with status 200 (docs/erp/oracle-fusion.md#errors-with-status-200)
    words: ({ ErrorExplanation: explanation }) => (typeof explanation === 'string' ? [explanation] : null),
  },
]

/** The title, if there are no details to say more. */
const none = (details: readonly unknown[], title: unknown): readonly unknown[] => (details.length === 0 ? [title] : [])

/** The words of an error body by its family; null if no family has words for it. */
export function familyWords(body: unknown): readonly string[] | null {
  if (!isFields(body)) return null
  for (const { words } of families) {
    const texts = words(body)?.flatMap((text) => (typeof text === 'string' && text.trim() !== '' ? [text.trim()] : [])) ?? []
    if (texts.length > 0) return texts
  }
  return null
}
