import { type FilterNode, parseFilter } from '../sap/filter-syntax.ts'
import { ODataError } from '../sap/odata-error.ts'
import { BcError, unknownProperty } from './bc-error.ts'
import type { Fields } from './bc-store.ts'

export interface Filter {
  matches(fields: Fields): boolean
  /** A property and a text that every matching row has. */
  readonly text: readonly [string, string] | undefined
  /** If the filter is nothing but alternatives of one property: these. */
  readonly anyOf: { readonly property: string; readonly texts: readonly string[] } | undefined
}

type Leaf = Extract<FilterNode, { readonly field: string }>

/** Compiles a `$filter`, with what Business Central does not take (docs/erp/dynamics-business-central.md#filters). */
export function compileFilter(text: string, example: Fields, set: string): Filter {
  const node = parsed(text)
  for (const { field, literal } of leavesOf(node)) {
    if (!Object.hasOwn(example, field)) throw unknownProperty(field, set)
    const isTime = field === 'lastModifiedDateTime'
    if (isTime && literal.kind !== 'iso-time')
      throw new BcError(400, 'BadRequest', 'A binary operator with incompatible types was detected: DateTimeOffset and String.')
  }
  const alternatives = node.kind === 'or' ? leavesOf(node) : []
  const [first] = alternatives
  return {
    matches: (fields) => evaluate(node, fields),
    text: textIn(node),
    anyOf: first && { property: first.field, texts: alternatives.map(({ literal }) => literal.value) },
  }
}

function parsed(text: string): FilterNode {
  try {
    return parseFilter(text)
  } catch (error) {
    if (error instanceof ODataError) throw new BcError(400, 'BadRequest', error.message)
    throw error
  }
}

function textIn(node: FilterNode): readonly [string, string] | undefined {
  if (node.kind === 'and') return textIn(node.left) ?? textIn(node.right)
  return node.kind === 'compare' && node.operator === 'eq' && node.literal.kind === 'string' ? [node.field, node.literal.value] : undefined
}

function leavesOf(node: FilterNode): readonly Leaf[] {
  if (node.kind === 'not') return leavesOf(node.inner)
  if ('field' in node) return [node]
  const leaves = [...leavesOf(node.left), ...leavesOf(node.right)]
  const isMixed = node.kind === 'or' && new Set(leaves.map(({ field }) => field)).size > 1
  if (isMixed) throw new BcError(400, 'BadRequest_MethodNotAllowed', "The 'OR' operator is not supported on distinct fields")
  return leaves
}

function evaluate(node: FilterNode, fields: Fields): boolean {
  switch (node.kind) {
    case 'and':
      return evaluate(node.left, fields) && evaluate(node.right, fields)
    case 'or':
      return evaluate(node.left, fields) || evaluate(node.right, fields)
    case 'not':
      return !evaluate(node.inner, fields)
    case 'match':
      return String(fields[node.field] ?? '').includes(node.literal.value)
    case 'compare': {
      const { operator, literal } = node
      const [left, right] = sides(node.field, fields[node.field], literal.value)
      const order = left < right ? -1 : left > right ? 1 : 0
      return { eq: order === 0, ne: order !== 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator]
    }
  }
}

/** A code is compared in capital letters (docs/erp/dynamics-business-central.md#our-reference), a time as a moment. */
function sides(field: string, value: unknown, literal: string): readonly [string | number, string | number] {
  if (field === 'lastModifiedDateTime') return [Date.parse(String(value)), Date.parse(literal)]
  if (typeof value === 'number') return [value, Number(literal)]
  const fold = (text: string) => (/Number$|^number$|Code$/.test(field) ? text.trim().toUpperCase() : text)
  return [fold(String(value ?? '')), fold(literal)]
}
