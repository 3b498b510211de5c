import { NsError } from './ns-error.ts'
import { displayFields, isTable } from './tables.ts'

const keywords = new Set(
  `select distinct from join left right inner outer on where and or not in is null like between as order by group having asc desc union all
  exists case when then else end`.split(/\s+/),
)
const functions = new Set(['to_date', 'to_char', 'max', 'min', 'count', 'sum', 'coalesce', 'nvl', 'abs', 'upper', 'lower', 'trim'])

const token = /\s+|'(?:[^']|'')*'|\d+(?:\.\d+)?|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*|<=|>=|<>|!=|\|\||[-+*/=<>(),]|./gs

const refusal = (detail: string): NsError =>
  new NsError(400, 'INVALID_PARAMETER', `Invalid search query. Detailed unprocessed description follows. ${detail}`, {
    'o:errorQueryParam': 'q',
  })

/** A column that a query names and that its tables do not have. */
export const unknownIdentifier = (name: string, available: string): NsError =>
  refusal(`Search error occurred: Unknown identifier '${name}'. Available identifiers are: {${available}}.`)

/** A query as the database understands it, and the tables that it names by their aliases. */
export interface Translated {
  readonly sql: string
  readonly tables: readonly string[]
}

/**
 * Checks a query as strictly as NetSuite does: known tables and functions, no bind variables, no semicolon, no LIMIT. Throws an NsError if
 * it is refused.
 */
export function translate(query: string): Translated {
  const parts = query.match(token) ?? []
  const words = parts.filter((part) => !/^\s+$/.test(part))
  if (words[0]?.toLowerCase() !== 'select') throw refusal('Search error occurred: Invalid or unsupported search')
  const tables: string[] = []
  const out: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string
    const lower = word.toLowerCase()
    if (lower === 'builtin.df') {
      const { sql, end } = displayed(words, at)
      out.push(sql)
      at = end
      continue
    }
    out.push(translated(word, words[at - 1]?.toLowerCase(), words[at + 1], tables))
  }
  return { sql: out.join(' '), tables }
}

function translated(word: string, before: string | undefined, after: string | undefined, tables: string[]): string {
  const lower = word.toLowerCase()
  if (/^(?:'|\d)/.test(word)) return word
  if (/^\W+$/.test(word)) {
    if (!/^(<=|>=|<>|!=|\|\||[-+*/=<>(),])$/.test(word)) throw refusal(`Search error occurred: Unexpected '${word}'`)
    return word
  }
  if (before === 'from' || before === 'join') {
    if (!isTable(lower))
      throw refusal(`Search error occurred: Record '${word}' was not found. Reason: REQUIRED_PERMISSION or it does not exist`)
    tables.push(lower)
    return `[${lower}]`
  }
  if (keywords.has(lower)) return lower
  if (after === '(') {
    if (!functions.has(lower)) throw refusal(`Search error occurred: Unknown function '${word}'`)
    return lower === 'nvl' ? 'coalesce' : lower
  }
  if (lower.startsWith('_') || lower.includes('._')) throw unknownIdentifier(word, '')
  if (/(^|\.)shipstatus$/.test(lower)) throw new NsError(500, 'UNEXPECTED_ERROR', 'An unexpected error occurred. Error ID: l8k2')
  return lower
    .split('.')
    .map((each) => `[${each}]`)
    .join('.')
}

/** `BUILTIN.DF(t.entity)` as the query of the name behind the id. */
function displayed(words: readonly string[], at: number): { readonly sql: string; readonly end: number } {
  const [open, column = '', close] = words.slice(at + 1, at + 4)
  if (open !== '(' || close !== ')') throw refusal('Search error occurred: BUILTIN.DF takes one field')
  const name = column.toLowerCase().split('.').at(-1) ?? ''
  const lookup = displayFields[name]
  const sql = column
    .toLowerCase()
    .split('.')
    .map((each) => `[${each}]`)
    .join('.')
  return { sql: lookup === undefined ? sql : `(${lookup.replace('@', sql)})`, end: at + 3 }
}
