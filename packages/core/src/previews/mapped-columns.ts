import { each, parsePath } from '../mapping/path.ts'
import type { DescribedFile } from '../records/described-file.ts'

type Columns = DescribedFile['columns']

/** The columns of a file with the fields that they fill: by the mapping first, which takes the place of what the connector finds. */
export function mappedColumns(columns: Columns, fieldMapping: Readonly<Record<string, string>> = {}): Columns {
  const mapped = Object.entries(fieldMapping).map(([field, path]) => ({ field, names: namesIn(path) }))
  return columns.map(({ name, field }) => {
    const own = mapped.find(({ names }) => names.includes(name))
    if (own) return { name, field: own.field }
    return { name, field: field !== null && Object.hasOwn(fieldMapping, field) ? null : field }
  })
}

/** The columns that a path may mean. Rows that are lines of one record lie below "lines". */
function namesIn(path: string): readonly unknown[] {
  const [first, second, ...rest] = parsePath(path) ?? []
  return [path, first === 'lines' && second === each ? rest[0] : first]
}
