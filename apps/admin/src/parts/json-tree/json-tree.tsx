import css from './json-tree.module.css'

export interface JsonTreeProps {
  readonly value: unknown
  /** What stands for an empty list or object. */
  readonly empty: string
}

const isBranch = (value: unknown): value is Readonly<Record<string, unknown>> | readonly unknown[] =>
  typeof value === 'object' && value !== null

/** A value of JSON as nested lists, of which the inner ones open on demand. Texts are shown as they are: decimals keep every digit. */
export function JsonTree({ value, empty }: JsonTreeProps) {
  if (!isBranch(value)) return <code className={css.leaf}>{value === null ? 'null' : String(value)}</code>
  const entries = Object.entries(value)
  if (entries.length === 0) return <span className={css.empty}>{empty}</span>
  return (
    <ul className={css.tree}>
      {entries.map(([name, inner]) => (
        <li key={name}>
          {isBranch(inner) && Object.keys(inner).length > 0 ? (
            <details>
              <summary>
                {Array.isArray(value) ? Number(name) + 1 : name} ({Object.keys(inner).length})
              </summary>
              <JsonTree value={inner} empty={empty} />
            </details>
          ) : (
            <>
              <span className={css.name}>{Array.isArray(value) ? Number(name) + 1 : name}</span> <JsonTree value={inner} empty={empty} />
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
