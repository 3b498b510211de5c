import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { dataTypeNames } from '../../api/names.ts'
import { type RecordFilter, recordsQuery } from '../../api/records.ts'
import { streamsQuery } from '../../api/streams.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { TextFilter } from '../../parts/controls/text-filter.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { stateNames } from './record-filter.ts'
import { RecordTable } from './record-table.tsx'

const words = texts.records

/** The records of one data type of a connection, those that are there or those that were deleted. */
export function RecordsTab() {
  const { id } = useParams({ from: '/shell/erp-connections/$id/records' })
  const filter: RecordFilter = useSearch({ from: '/shell/erp-connections/$id/records' })
  const navigate = useNavigate({ from: '/erp-connections/$id/records' })
  const { data: streams } = useQuery(streamsQuery(id))
  const dataType = filter.dataType ?? streams?.[0]?.dataType ?? 'orders'
  const records = useInfiniteQuery(recordsQuery(id, dataType, filter))
  const change = (part: RecordFilter) => void navigate({ search: (before) => ({ ...before, ...part }) })
  const isFiltered = filter.status !== undefined || filter.q !== undefined || filter.deleted !== undefined
  const nothing = filter.deleted ? words.noneDeleted : isFiltered ? words.noneFits : words.none

  return (
    <>
      <FilterBar clear={isFiltered ? { label: texts.runs.clear, onPress: () => void navigate({ search: { dataType } }) } : undefined}>
        <Choice
          label={texts.streams.dataType}
          value={dataType}
          choices={dataTypeNames.map((name) => [name, texts.dataTypes[name]])}
          onChange={(name) => change({ dataType: name })}
        />
        <Choice
          label={words.which}
          value={filter.deleted ? 'deleted' : 'present'}
          choices={[
            ['present', words.present],
            ['deleted', words.deleted],
          ]}
          onChange={(which) => change({ deleted: which === 'deleted' ? true : undefined })}
        />
        {!filter.deleted && (
          <>
            <Choice
              none={texts.runs.all}
              label={words.state}
              value={filter.status}
              choices={stateNames.map((name) => [name, texts.recordStatus[name]])}
              onChange={(status) => change({ status })}
            />
            <TextFilter label={words.find} value={filter.q} onChange={(q) => change({ q })} />
          </>
        )}
      </FilterBar>
      <View query={{ ...records, data: records.data?.pages.flatMap(({ items }) => items) }} words={texts} problem={problem}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <p>{records.hasNextPage ? words.goOn : nothing}</p>
            ) : (
              <RecordTable connectionId={id} dataType={dataType} rows={rows} />
            )}
            <p>
              {rows.length > 0 && texts.runs.shown(rows.length, records.hasNextPage)}{' '}
              {records.hasNextPage && (
                <ActionButton onPress={() => void records.fetchNextPage()} isDisabled={records.isFetchingNextPage}>
                  {texts.runs.more}
                </ActionButton>
              )}
            </p>
          </>
        )}
      </View>
    </>
  )
}
