import { ODataError } from './odata-error.ts'

export type LiteralKind = 'string' | 'number' | 'boolean' | 'null' | 'datetime' | 'datetimeoffset' | 'iso-time' | 'iso-date'

export interface Literal {
  readonly kind: LiteralKind
  readonly value: string
}

export const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const
export type Comparison = (typeof comparisons)[number]

export type FilterNode =
  | { readonly kind: 'and' | 'or'; readonly left: FilterNode; readonly right: FilterNode }
  | { readonly kind: 'not'; readonly inner: FilterNode }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: Comparison; readonly literal: Literal }
  | { readonly kind: 'match'; readonly field: string; readonly function: 'startswith' | 'endswith' | 'contains'; readonly literal: Literal }

interface Token {
  readonly kind: LiteralKind | 'name' | 'symbol'
  readonly value: string
}

const patterns: readonly (readonly [Token['kind'], RegExp])[] = [
  ['datetimeoffset', /^datetimeoffset'([^']*)'/],
  ['datetime', /^datetime'([^']*)'/],
  ['string', /^'((?:[^']|'')*)'/],
  ['iso-time', /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))/],
  ['iso-date', /^(\d{4}-\d\d-\d\d)(?![\dT])/],
  ['number', /^(-?\d+(?:\.\d+)?)[MmLlDdFf]?(?![\w.])/],
  ['boolean', /^(true|false)\b/],
  ['null', /^(null)\b/],
  ['name', /^([A-Za-z_]\w*(?:\/\w+)*)/],
  ['symbol', /^([(),])/],
]

/** Parses a `$filter`. Throws an ODataError with status 400 if it is invalid. */
export function parseFilter(text: string): FilterNode {
  const tokens = tokenize(text)
  let position = 0
  const peek = (): Token | undefined => tokens[position]
  const isNext = (value: string): boolean => peek()?.value === value && (peek()?.kind === 'name' || peek()?.kind === 'symbol')

  function take(kind: Token['kind'], value?: string): string {
    const token = tokens[position++]
    if (token?.kind !== kind || (value !== undefined && token.value !== value)) throw invalid(`"${token?.value ?? 'end'}" is not expected`)
    return token.value
  }

  function or(): FilterNode {
    let left = and()
    while (isNext('or')) {
      position++
      left = { kind: 'or', left, right: and() }
    }
    return left
  }

  function and(): FilterNode {
    let left = unary()
    while (isNext('and')) {
      position++
      left = { kind: 'and', left, right: unary() }
    }
    return left
  }

  function unary(): FilterNode {
    if (isNext('not')) {
      position++
      return { kind: 'not', inner: unary() }
    }
    if (!isNext('(')) return comparison()
    position++
    const inner = or()
    take('symbol', ')')
    return inner
  }

  function comparison(): FilterNode {
    const name = take('name')
    if (isNext('(')) return match(name)
    const operator = take('name')
    if (!(comparisons as readonly string[]).includes(operator)) throw invalid(`"${operator}" is not an operator`)
    return { kind: 'compare', field: name, operator: operator as Comparison, literal: literal() }
  }

  function match(name: string): FilterNode {
    take('symbol', '(')
    const reversed = name === 'substringof'
    const first = reversed ? literal() : take('name')
    take('symbol', ',')
    const second = reversed ? take('name') : literal()
    take('symbol', ')')
    if (isNext('eq')) {
      position++
      take('boolean', 'true')
    }
    if (!reversed && name !== 'startswith' && name !== 'endswith' && name !== 'contains') throw invalid(`"${name}" is not a function`)
    const kind = reversed ? 'contains' : (name as 'startswith' | 'endswith' | 'contains')
    return { kind: 'match', function: kind, field: (reversed ? second : first) as string, literal: (reversed ? first : second) as Literal }
  }

  function literal(): Literal {
    const token = tokens[position++]
    if (!token || token.kind === 'name' || token.kind === 'symbol') throw invalid(`"${token?.value ?? 'end'}" is not a value`)
    return { kind: token.kind, value: token.value }
  }

  const node = or()
  if (position < tokens.length) throw invalid(`"${peek()?.value}" is not expected`)
  return node
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = []
  let rest = text.trim()
  while (rest !== '') {
    const found = patterns.map(([kind, pattern]) => ({ kind, match: pattern.exec(rest) })).find(({ match }) => match)
    if (!found?.match) throw invalid(`unexpected "${rest.slice(0, 10)}" at position ${text.length - rest.length}`)
    const value = found.match[1] ?? ''
    tokens.push({ kind: found.kind, value: found.kind === 'string' ? value.replaceAll("''", "'") : value })
    rest = rest.slice(found.match[0].length).trimStart()
  }
  return tokens
}

function invalid(reason: string): ODataError {
  return new ODataError(400, '/IWCOR/CX_DS_EXPR_SYNTAX_ERROR', `Invalid $filter: ${reason}.`)
}
