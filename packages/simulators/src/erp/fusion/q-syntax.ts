import { FusionError } from './fusion-error.ts'

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>='

export type QNode =
  | { readonly kind: 'compare'; readonly attribute: string; readonly operator: Operator; readonly value: string }
  | { readonly kind: 'and' | 'or'; readonly left: QNode; readonly right: QNode }

interface Token {
  readonly kind: 'word' | 'text' | 'operator' | 'bracket'
  readonly text: string
}

const bad = (q: string): FusionError => new FusionError(400, `URL request parameter q cannot be used in this context: ${q}.`)

const pattern = /\s*(?:'((?:[^']|'')*)'|(<=|>=|<>|!=|[=<>])|([()])|([\w.+:-]+))/y

function tokensOf(q: string): readonly Token[] {
  const tokens: Token[] = []
  pattern.lastIndex = 0
  for (let at = 0; q.slice(at).trim() !== ''; at = pattern.lastIndex) {
    pattern.lastIndex = at
    const found = pattern.exec(q)
    if (!found) throw bad(q)
    const [, text, operator, bracket, word] = found
    if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'") })
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator })
    else if (bracket !== undefined) tokens.push({ kind: 'bracket', text: bracket })
    else tokens.push({ kind: 'word', text: word ?? '' })
  }
  return tokens
}

const operatorOf = (text: string): Operator => (text === '<>' ? '!=' : (text as Operator))

/** The grammar since version 2 of the REST framework: comparisons with quoted texts, joined by `and` and `or`. */
export function parseExpressions(q: string): QNode {
  const tokens = tokensOf(q)
  let at = 0
  const isWord = (word: string) => tokens[at]?.kind === 'word' && tokens[at]?.text.toLowerCase() === word

  function joined(word: 'and' | 'or', inner: () => QNode): QNode {
    let left = inner()
    while (isWord(word)) {
      at++
      left = { kind: word, left, right: inner() }
    }
    return left
  }
  function comparison(): QNode {
    if (tokens[at]?.text === '(' && tokens[at]?.kind === 'bracket') {
      at++
      const inner = any()
      if (tokens[at++]?.text !== ')') throw bad(q)
      return inner
    }
    const [attribute, operator, value] = [tokens[at++], tokens[at++], tokens[at++]]
    if (attribute?.kind !== 'word' || operator?.kind !== 'operator' || !value) throw bad(q)
    const isPlain = value.kind === 'word' && /^(-?[\d.]+|true|false)$/i.test(value.text)
    if (value.kind !== 'text' && !isPlain) throw bad(q)
    return { kind: 'compare', attribute: attribute.text, operator: operatorOf(operator.text), value: value.text }
  }
  const any = (): QNode => joined('or', () => joined('and', comparison))

  const node = any()
  if (at < tokens.length) throw bad(q)
  return node
}

/** The grammar of version 1: `Attribute=value`, joined by `;`, with double quotes around values with signs in them. */
export function parseSimple(q: string): QNode {
  const parts = q.match(/(?:"(?:\\.|[^"\\])*"|[^;"])+/g) ?? []
  const nodes = parts.map((part): QNode => {
    const [, attribute, operator, quoted, plain] =
      /^\s*(\w+)\s*(<=|>=|<>|!=|[=<>])\s*(?:"((?:\\.|[^"\\])*)"|([^\s;,'"=<>]+))\s*$/.exec(part) ?? []
    if (attribute === undefined || operator === undefined) throw bad(q)
    return { kind: 'compare', attribute, operator: operatorOf(operator), value: quoted?.replace(/\\(.)/g, '$1') ?? plain ?? '' }
  })
  if (nodes.length === 0) throw bad(q)
  return nodes.reduce((left, right) => ({ kind: 'and', left, right }))
}
