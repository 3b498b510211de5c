import { createHash } from 'node:crypto'
import { FusionError } from './fusion-error.ts'
import type { FusionQuery } from './fusion-query.ts'
import type { Shape } from './resources.ts'
import type { Fields, FusionRow } from './row-table.ts'

/** How rows are shown. */
export interface Rendering {
  readonly name: string
  readonly shape: Shape
  /** The address of the resource. */
  readonly url: string
  readonly query: Pick<FusionQuery, 'fields' | 'expand' | 'onlyData' | 'version'>
  /** The most children that come with their parent. */
  readonly maxChildren: number
}

/** Changes with each change of the row. */
export const etagOf = ({ key, version }: FusionRow): string =>
  createHash('sha256').update(`${key} ${version}`).digest('hex').slice(0, 24).toUpperCase()

export function render(row: FusionRow, { name, shape, url, query, maxChildren }: Rendering): Fields {
  const { fields: selected, expand, onlyData, version } = query
  const self = `${url}/${row.key}`
  const link = (rel: string, href: string, kind: string, more: Fields = {}) => ({ rel, href, name, kind, ...more })
  const children = Object.keys(shape.children ?? {})
  const links = [
    link('self', self, 'item', { properties: { changeIndicator: etagOf(row) } }),
    link('canonical', self, 'item'),
    ...children.map((child) => ({ ...link('child', `${self}/child/${child}`, 'collection'), name: child })),
  ]
  return {
    ...pick(row.fields, selected ?? shape.attributes, shape),
    ...expanded(row.fields, shape, expand, { version, maxChildren }),
    ...(!onlyData && { links }),
  }
}

function pick(fields: Fields, names: readonly string[], shape: Shape): Fields {
  assertAttributes(names, shape)
  return Object.fromEntries(names.map((name) => [name, fields[name] ?? null]))
}

export function assertAttributes(names: readonly string[], { attributes }: Shape): void {
  const wrong = names.find((name) => !attributes.includes(name))
  if (wrong !== undefined) throw new FusionError(400, `The attribute ${wrong} is not defined in this resource.`)
}

/** The children that were asked for: lists before version 3, collections since (docs/erp/oracle-fusion.md#children). */
function expanded(
  fields: Fields,
  shape: Shape,
  paths: readonly string[],
  context: { readonly version: number; readonly maxChildren: number },
): Fields {
  const names = [...new Set(paths.map((path) => path.split('.')[0] ?? ''))]
  return Object.fromEntries(
    names.map((name) => {
      const inner = shape.children?.[name]
      if (!inner) throw new FusionError(400, `The child ${name} is not defined in this resource.`)
      const below = paths.flatMap((path) => (path.startsWith(`${name}.`) ? [path.slice(name.length + 1)] : []))
      return [name, collection(childrenOf(fields, name), inner, below, context)]
    }),
  )
}

export const childrenOf = (fields: Fields, name: string): readonly Fields[] =>
  Array.isArray(fields[name]) ? (fields[name] as Fields[]) : []

function collection(
  all: readonly Fields[],
  shape: Shape,
  below: readonly string[],
  context: { readonly version: number; readonly maxChildren: number },
): unknown {
  const shown = all
    .slice(0, context.maxChildren)
    .map((child) => ({ ...pick(child, shape.attributes, shape), ...expanded(child, shape, below, context) }))
  if (context.version < 3) return shown
  return { items: shown, count: shown.length, hasMore: shown.length < all.length, limit: context.maxChildren, offset: 0 }
}
