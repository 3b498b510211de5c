import { type FilterNode, parseFilter } from '../sap/filter-syntax.ts'
import { ODataError } from '../sap/odata-error.ts'
import { badQuery, unknownProperty } from './fo-error.ts'
import { enumerations, type Fields } from './fo-store.ts'

type Leaf = Extract<FilterNode, { readonly kind: 'compare' }>
type Test = (fields: Fields) => boolean

export interface FoFilter {
  readonly matches: Test
  /** If every row has one of these texts in a property, those. */
  readonly anyOf: { readonly property: string; readonly texts: readonly string[] } | undefined
}

const word = /Microsoft\.Dynamics\.DataEntities\.(\w+)'(\w+)'/g

/**
 * Compiles a `$filter` with the ways of Finance and Operations: no `in` and no `has`, words of enumerations by their full names, only `eq` and
 * `ne` for them, and `*` within a text for any text (docs/erp/dynamics-finance-operations.md#filters).
 */
export function compileFilter(text: string, properties: ReadonlySet<string>, entity: string): FoFilter {
  const node = parsed(text.replace(word, "'@$1.$2'"))
  return { matches: compile(node, properties, entity), anyOf: anyOf(node) }
}

function parsed(text: string): FilterNode {
  try {
    return parseFilter(text)
  } catch (error) {
    if (error instanceof ODataError) throw badQuery(error.message)
    throw error
  }
}

function compile(node: FilterNode, properties: ReadonlySet<string>, entity: string): Test {
  switch (node.kind) {
    case 'and':
    case 'or': {
      const [left, right] = [compile(node.left, properties, entity), compile(node.right, properties, entity)]
      return node.kind === 'and' ? (fields) => left(fields) && right(fields) : (fields) => left(fields) || right(fields)
    }
    case 'not': {
      const inner = compile(node.inner, properties, entity)
      return (fields) => !inner(fields)
    }
    case 'match':
      throw badQuery(`The function '${node.function}' is not supported: write Field eq '*text*'.`)
    case 'compare':
      if (!properties.has(node.field)) throw unknownProperty(node.field, entity)
      return compare(node)
  }
}

function compare({ field, operator, literal }: Leaf): Test {
  const enumeration = enumerations[field]
  const [, named, value = ''] = /^@(\w+)\.(\w+)$/.exec(literal.value) ?? []
  if (enumeration !== named) throw badQuery('A binary operator with incompatible types was detected.')
  if (enumeration !== undefined) {
    if (operator !== 'eq' && operator !== 'ne') throw badQuery(`The operator '${operator}' is not supported for enumerations.`)
    return (fields) => (fields[field] === value) === (operator === 'eq')
  }
  const isTime = /Date(Time)?$/.test(field)
  if (isTime !== (literal.kind === 'iso-time')) throw badQuery('A binary operator with incompatible types was detected.')
  const wildcard = literal.kind === 'string' && literal.value.includes('*') ? toPattern(literal.value) : undefined
  if (wildcard) return (fields) => wildcard.test(String(fields[field] ?? '')) === (operator === 'eq')
  const wanted = isTime ? Date.parse(literal.value) : literal.kind === 'number' ? Number(literal.value) : literal.value.toLowerCase()
  return (fields) => {
    const given = isTime ? Date.parse(String(fields[field])) : typeof wanted === 'number' ? Number(fields[field]) : fold(fields[field])
    const order = given < wanted ? -1 : given > wanted ? 1 : 0
    return { eq: order === 0, ne: order !== 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator]
  }
}

/** The database compares without case. */
const fold = (value: unknown): string => String(value ?? '').toLowerCase()

const toPattern = (text: string): RegExp =>
  new RegExp(
    `^${text
      .split('*')
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    'i',
  )

function anyOf(node: FilterNode): FoFilter['anyOf'] {
  if (node.kind === 'and') return [anyOf(node.left), anyOf(node.right)].find((each) => each && each.property !== 'dataAreaId')
  if (node.kind === 'or') {
    const [left, right] = [anyOf(node.left), anyOf(node.right)]
    return left && right && left.property === right.property ? { ...left, texts: [...left.texts, ...right.texts] } : undefined
  }
  const isText = node.kind === 'compare' && node.operator === 'eq' && node.literal.kind === 'string' && !/[*@]/.test(node.literal.value)
  return isText ? { property: node.field, texts: [node.literal.value] } : undefined
}
