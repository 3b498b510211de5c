import { each, parsePath } from '../mapping/path.ts'
import type { DescribedFile } from '../records/described-file.ts'

type Columns = DescribedFile['columns']

/** Returns the columns of a file with the fields that they fill. A mapping takes precedence over what the connector recognised. */
export function mappedColumns(columns: Columns, fieldMapping: Readonly<Record<string, string>> = {}): Columns {
  const mapped = Object.entries(fieldMapping).map(([field, path]) => ({ field, names: namesIn(path) }))
  return columns.map(({ name, field }) => {
    const own = mapped.find(({ names }) => names.includes(name))
    if (own) return { name, field: own.field }
    return { name, field: field !== null && Object.hasOwn(fieldMapping, field) ? null : field }
  })
}

/** The names of the columns that a path may mean. If several rows are the lines of one record, they are below "lines". */
function namesIn(path: string): readonly unknown[] {
  const [first, second, ...rest] = parsePath(path) ?? []
  return [path, first === 'lines' && second === each ? rest[0] : first]
}
