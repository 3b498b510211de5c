import { type EdmValue, kindOf, toComparable } from './edm.ts'
import { type Comparison, type FilterNode, type Literal, type LiteralKind, parseFilter } from './filter-syntax.ts'
import { ODataError, type ODataVersion } from './odata-error.ts'

type Fields = Readonly<Record<string, EdmValue>>

export interface Filter {
  matches(fields: Fields): boolean
  /** If set, no row that changed before this time matches. */
  readonly since?: string
  /** Whether every row that changed at `since` or later matches. */
  readonly isOnlySince: boolean
  /** Texts of which the given properties must have one in every matching row. */
  readonly texts: ReadonlyMap<string, readonly string[]>
}

const accepted: Record<ODataVersion, Record<'String' | 'Boolean' | 'Timestamp' | 'Date' | 'Decimal', LiteralKind>> = {
  v2: { String: 'string', Boolean: 'boolean', Timestamp: 'datetimeoffset', Date: 'datetime', Decimal: 'number' },
  v4: { String: 'string', Boolean: 'boolean', Timestamp: 'iso-time', Date: 'iso-date', Decimal: 'number' },
}

/** Compiles a `$filter`. `example` has the fields of some entity: they tell which properties exist, and their types. */
export function compileFilter(text: string, version: ODataVersion, example: Fields | undefined, changeField: string | undefined): Filter {
  const node = parseFilter(text)
  if (example) for (const leaf of leavesOf(node)) check(leaf, version, example)
  const since = changeField === undefined ? undefined : sinceOf(node, changeField)
  return {
    matches: (fields) => evaluate(node, fields),
    ...(since !== undefined && { since }),
    isOnlySince: since !== undefined && node.kind === 'compare',
    texts: new Map(textsOf(node)),
  }
}

function textsOf(node: FilterNode): readonly (readonly [string, readonly string[]])[] {
  if (node.kind === 'and') return [...textsOf(node.left), ...textsOf(node.right)]
  if (node.kind === 'or') return alternatives(textsOf(node.left), textsOf(node.right))
  const isText = node.kind === 'compare' && node.operator === 'eq' && node.literal.kind === 'string'
  return isText ? [[node.field, [node.literal.value]]] : []
}

/** What `or` leaves of two sides: the properties that both of them name. */
function alternatives(left: ReturnType<typeof textsOf>, right: ReturnType<typeof textsOf>): ReturnType<typeof textsOf> {
  const others = new Map(right)
  return left.flatMap(([field, texts]) => (others.has(field) ? [[field, [...texts, ...(others.get(field) ?? [])]] as const] : []))
}

type Leaf = Extract<FilterNode, { readonly literal: Literal }>

function leavesOf(node: FilterNode): readonly Leaf[] {
  if (node.kind === 'not') return leavesOf(node.inner)
  return 'literal' in node ? [node] : [...leavesOf(node.left), ...leavesOf(node.right)]
}

function check({ field, literal }: Leaf, version: ODataVersion, example: Fields): void {
  const value = example[field]
  if (value === undefined) throw new ODataError(400, '/IWBEP/CM_MGW_RT/020', `Property ${field} was not found.`)
  const type = kindOf(value)
  if (literal.kind === 'null' || type === undefined) return
  const isFitting = accepted[version][type] === literal.kind && isTime(literal)
  if (!isFitting)
    throw new ODataError(400, '/IWCOR/CX_DS_EXPR_SYNTAX_ERROR', `Invalid $filter: ${field} cannot be compared with ${literal.kind}.`)
}

/**
 * Whether a time literal is valid: `datetimeoffset` must have a zone, `datetime` must have none
 * (docs/erp/sap-s4hana.md#literals-in-filters).
 */
function isTime({ kind, value }: Literal): boolean {
  if (kind === 'string' || kind === 'number' || kind === 'boolean') return true
  const hasZone = /(Z|[+-]\d\d:\d\d)$/.test(value)
  if (kind === 'datetimeoffset' && !hasZone) return false
  if (kind === 'datetime' && hasZone) return false
  return !Number.isNaN(Date.parse(value))
}

function evaluate(node: FilterNode, fields: Fields): boolean {
  switch (node.kind) {
    case 'and':
      return evaluate(node.left, fields) && evaluate(node.right, fields)
    case 'or':
      return evaluate(node.left, fields) || evaluate(node.right, fields)
    case 'not':
      return !evaluate(node.inner, fields)
    case 'match': {
      const text = String(fields[node.field] ?? '')
      if (node.function === 'startswith') return text.startsWith(node.literal.value)
      return node.function === 'endswith' ? text.endsWith(node.literal.value) : text.includes(node.literal.value)
    }
    case 'compare':
      return compare(fields[node.field] ?? null, node.operator, node.literal)
  }
}

function compare(value: EdmValue, operator: Comparison, literal: Literal): boolean {
  if (literal.kind === 'null' || value === null) {
    const isEqual = literal.kind === 'null' && value === null
    return operator === 'eq' ? isEqual : operator === 'ne' && !isEqual
  }
  const left = toComparable(value)
  const right = toLiteralComparable(literal)
  switch (operator) {
    case 'eq':
      return left === right
    case 'ne':
      return left !== right
    case 'gt':
      return left > right
    case 'ge':
      return left >= right
    case 'lt':
      return left < right
    case 'le':
      return left <= right
  }
}

function toLiteralComparable({ kind, value }: Literal): string | number {
  if (kind === 'string') return value
  if (kind === 'boolean') return value === 'true' ? 1 : 0
  if (kind === 'number') return Number(value)
  return Date.parse(kind === 'datetime' ? `${value}Z` : value)
}

function sinceOf(node: FilterNode, changeField: string): string | undefined {
  if (node.kind === 'and') {
    const [left, right] = [sinceOf(node.left, changeField), sinceOf(node.right, changeField)]
    return left === undefined || (right !== undefined && right > left) ? right : left
  }
  if (node.kind !== 'compare' || node.field !== changeField || !(node.operator === 'ge' || node.operator === 'gt')) return undefined
  const time = toLiteralComparable(node.literal)
  return typeof time === 'number' && !Number.isNaN(time) ? new Date(node.operator === 'gt' ? time + 1 : time).toISOString() : undefined
}
