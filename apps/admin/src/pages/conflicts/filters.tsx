import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { connectionsQuery } from '../../api/connections.ts'
import { dataTypeNames } from '../../api/names.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { texts } from '../../texts/texts.ts'
import { type ConflictsSearch, reasonNames } from './filter.ts'

const words = texts.conflicts

/** Which conflicts are shown. `fields` are those of the conflicts on the page. */
export function Filters({ search, fields }: { readonly search: ConflictsSearch; readonly fields: readonly string[] }) {
  const navigate = useNavigate({ from: '/conflicts' })
  const { data: connections = [] } = useQuery(connectionsQuery)
  const change = (part: ConflictsSearch) => void navigate({ search: (before) => ({ ...before, peek: undefined, ...part }) })
  const { peek: _, ...filter } = search
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <FilterBar clear={isFiltered ? { label: texts.runs.clear, onPress: () => void navigate({ search: {} }) } : undefined}>
      <Choice
        label={texts.connections.status}
        value={search.status ?? 'open'}
        choices={(['open', 'resolved'] as const).map((status) => [status, words.statuses[status]])}
        onChange={(status) => change({ status: status === 'resolved' ? status : undefined })}
      />
      <Choice
        none={texts.runs.all}
        label={texts.runs.connection}
        value={search.connection}
        choices={connections.map(({ id, name }) => [id, name])}
        onChange={(connection) => change({ connection })}
      />
      <Choice
        none={texts.runs.all}
        label={texts.streams.dataType}
        value={search.dataType}
        choices={dataTypeNames.map((dataType) => [dataType, texts.dataTypes[dataType]])}
        onChange={(dataType) => change({ dataType })}
      />
      <Choice
        none={texts.runs.all}
        label={words.reason}
        value={search.reason}
        choices={reasonNames.map((reason) => [reason, words.reasons[reason]])}
        onChange={(reason) => change({ reason })}
      />
      <Choice
        none={texts.runs.all}
        label={words.field}
        value={search.field}
        choices={[...new Set([...fields, ...(search.field ? [search.field] : [])])].map((field) => [field, field])}
        onChange={(field) => change({ field })}
      />
    </FilterBar>
  )
}
