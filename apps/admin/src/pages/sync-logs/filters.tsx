import { useQuery } from '@tanstack/react-query'
import { connectionsQuery } from '../../api/connections.ts'
import { dataTypeNames } from '../../api/names.ts'
import type { RunFilter } from '../../api/runs.ts'
import { sinceOf } from '../../api/since.ts'
import { Choice } from '../../parts/controls/choice.tsx'
import { TextFilter } from '../../parts/controls/text-filter.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { texts } from '../../texts/texts.ts'
import { rangeNames, statusNames, triggerNames } from './filter.ts'

const words = texts.runs

export interface FiltersProps {
  readonly filter: RunFilter
  readonly onChange: (part: RunFilter) => void
  readonly onClear: () => void
}

/** What of all runs is shown. */
export function Filters({ filter, onChange, onClear }: FiltersProps) {
  const { data: connections = [] } = useQuery(connectionsQuery)
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <FilterBar clear={isFiltered ? { label: words.clear, onPress: onClear } : undefined}>
      <Choice
        none={words.all}
        label={texts.connections.status}
        value={filter.status}
        choices={statusNames.map((status) => [status, texts.runStatus[status]])}
        onChange={(status) => onChange({ status })}
      />
      <Choice
        none={words.all}
        label={texts.streams.dataType}
        value={filter.dataType}
        choices={dataTypeNames.map((dataType) => [dataType, texts.dataTypes[dataType]])}
        onChange={(dataType) => onChange({ dataType })}
      />
      <Choice
        none={words.all}
        label={words.connection}
        value={filter.connection}
        choices={connections.map(({ id, name }) => [id, name])}
        onChange={(connection) => onChange({ connection })}
      />
      <Choice
        none={words.all}
        label={words.trigger}
        value={filter.trigger}
        choices={triggerNames.map((trigger) => [trigger, texts.triggers[trigger]])}
        onChange={(trigger) => onChange({ trigger })}
      />
      <Range filter={filter} onChange={onChange} />
      <TextFilter label={words.client} value={filter.client} onChange={(client) => onChange({ client })} />
      <TextFilter label={words.search} placeholder={words.searchExample} value={filter.q} onChange={(q) => onChange({ q })} />
    </FilterBar>
  )
}

const ownRange = 'own'

/** A usual range, or two times. */
function Range({ filter: { since, until }, onChange }: Omit<FiltersProps, 'onClear'>) {
  const usual = rangeNames.find((name) => name === since && until === undefined)
  const isOwn = usual === undefined && (since ?? until) !== undefined
  return (
    <>
      <Choice
        none={words.always}
        label={words.range}
        value={isOwn ? ownRange : usual}
        choices={[...rangeNames.map((name) => [name, words.ranges[name]] as const), [ownRange, words.ownRange]]}
        onChange={(range) => onChange({ since: range === ownRange ? sinceOf(since ?? '-24h', new Date()) : range, until: undefined })}
      />
      {isOwn && (
        <>
          <TextFilter
            type="datetime-local"
            label={words.from}
            value={toLocal(since)}
            onChange={(text) => onChange({ since: toTime(text) })}
          />
          <TextFilter
            type="datetime-local"
            label={words.until}
            value={toLocal(until)}
            onChange={(text) => onChange({ until: toTime(text) })}
          />
        </>
      )}
    </>
  )
}

/** A time as the field for it wants it: in the zone of this browser, without saying so. */
function toLocal(time: string | undefined): string | undefined {
  if (time === undefined) return undefined
  const date = new Date(sinceOf(time, new Date()))
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const toTime = (local: string | undefined): string | undefined => (local === undefined ? undefined : new Date(local).toISOString())
