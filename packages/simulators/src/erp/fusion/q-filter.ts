import { FusionError } from './fusion-error.ts'
import type { QNode } from './q-syntax.ts'
import type { Fields } from './row-table.ts'

export const attributesIn = (node: QNode): readonly string[] =>
  node.kind === 'compare' ? [node.attribute] : [...attributesIn(node.left), ...attributesIn(node.right)]

const isTime = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value)

/** Whether a row fits. Times are compared as moments, numbers as numbers. */
export function matches(node: QNode, fields: Fields): boolean {
  if (node.kind !== 'compare') {
    const [left, right] = [matches(node.left, fields), matches(node.right, fields)]
    return node.kind === 'and' ? left && right : left || right
  }
  const { attribute, operator, value } = node
  const held = fields[attribute]
  if (held === undefined || held === null) return false
  const [left, right] = sides(held, value)
  const order = left < right ? -1 : left > right ? 1 : 0
  return { '=': order === 0, '!=': order !== 0, '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[operator]
}

function sides(held: unknown, value: string): readonly [string | number, string | number] {
  if (typeof held === 'number') return [held, Number(value)]
  if (!isTime(held)) return [String(held), value]
  const wanted = Date.parse(value)
  if (Number.isNaN(wanted)) throw new FusionError(400, `The value ${value} is not a valid date.`)
  return [Date.parse(held), wanted]
}
