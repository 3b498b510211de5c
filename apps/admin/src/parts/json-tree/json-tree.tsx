import css from './json-tree.module.css'

export interface JsonTreeProps {
  readonly value: unknown
  /** The path to mark, as a mapping writes it: `artikel.nr`, `lines[].sku`. */
  readonly marked?: string | undefined
  /** What stands for the rest of a long list: "12 more". */
  readonly more: (count: number) => string
}

const maxItems = 100
const openDepth = 4

/** A JSON value as a tree that opens and closes. Text is shown as text. */
export function JsonTree({ value, marked, more }: JsonTreeProps) {
  return (
    <div className={css.tree}>
      <Node value={value} path="" depth={0} marked={marked?.replace(/\[\d*\]/g, '[]')} more={more} />
    </div>
  )
}

interface NodeProps extends JsonTreeProps {
  readonly path: string
  readonly depth: number
}

function Node({ value, path, depth, marked, more }: NodeProps) {
  if (typeof value !== 'object' || value === null)
    return <span className={path !== '' && path === marked ? css.marked : css.value}>{JSON.stringify(value) ?? 'null'}</span>
  const isList = Array.isArray(value)
  const entries = Object.entries(value)
  if (entries.length === 0) return <span className={css.value}>{isList ? '[]' : '{}'}</span>
  return (
    <ul>
      {entries.slice(0, maxItems).map(([name, inner]) => {
        const innerPath = isList ? `${path}[]` : path === '' ? name : `${path}.${name}`
        const isLeaf = typeof inner !== 'object' || inner === null
        const node = <Node value={inner} path={innerPath} depth={depth + 1} marked={marked} more={more} />
        return (
          <li key={name}>
            {isLeaf ? (
              <>
                <span className={css.name}>{name}</span> {node}
              </>
            ) : (
              <details open={depth < openDepth}>
                <summary className={innerPath === marked ? css.marked : css.name}>
                  {name} {Array.isArray(inner) && <small>[{inner.length}]</small>}
                </summary>
                {node}
              </details>
            )}
          </li>
        )
      })}
      {entries.length > maxItems && <li className={css.name}>{more(entries.length - maxItems)}</li>}
    </ul>
  )
}
