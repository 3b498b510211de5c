import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { connectionsQuery } from '../../api/connections.ts'
import { dataTypeNames } from '../../api/names.ts'
import { openRejectsQuery, type RejectFilter } from '../../api/rejects.ts'
import { streamsQuery } from '../../api/streams.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import css from '../../shell/rejects.module.css'
import { texts } from '../../texts/texts.ts'
import { byReason } from './by-reason.ts'
import { ReasonGroup } from './reason-group.tsx'

const words = texts.rejects

/** The records that are rejected, over all runs, by reason. What is filtered stands in the address. */
export function RejectsPage() {
  const filter: RejectFilter = useSearch({ from: '/shell/rejects' })
  const navigate = useNavigate({ from: '/rejects' })
  const { data: connections = [] } = useQuery(connectionsQuery)
  const rejects = useInfiniteQuery(openRejectsQuery(filter))
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const change = (part: RejectFilter) => void navigate({ search: (before) => ({ ...before, ...part }) })

  return (
    <>
      <PageHead title={words.title} />
      <p className={css.note}>{words.scope}</p>
      <FilterBar clear={isFiltered ? { label: words.clear, onPress: () => void navigate({ search: {} }) } : undefined}>
        <Choice
          none={words.all}
          label={words.connection}
          value={filter.connection}
          choices={connections.map(({ id, name }) => [id, name])}
          onChange={(connection) => change({ connection })}
        />
        <Choice
          none={words.all}
          label={words.dataType}
          value={filter.dataType}
          choices={dataTypeNames.map((dataType) => [dataType, texts.dataTypes[dataType]])}
          onChange={(dataType) => change({ dataType })}
        />
        {filter.client && (
          <span>
            {words.client}: <code>{filter.client}</code>
          </span>
        )}
      </FilterBar>
      {filter.connection && <Dropped connection={filter.connection} />}
      <View query={{ ...rejects, data: rejects.data?.pages.flatMap(({ items }) => items) }} words={texts} problem={problem}>
        {(rows) =>
          rows.length === 0 && !rejects.hasNextPage ? (
            <p>{isFiltered ? words.noneFits : words.none}</p>
          ) : (
            <>
              {byReason(rows).map((reason) => (
                <ReasonGroup key={`${reason.path} ${reason.reason}`} reason={reason} />
              ))}
              <p className={css.note}>
                {words.shown(rows.length, rejects.hasNextPage)}{' '}
                {rejects.hasNextPage && (
                  <ActionButton onPress={() => void rejects.fetchNextPage()} isDisabled={rejects.isFetchingNextPage}>
                    {words.more}
                  </ActionButton>
                )}
              </p>
            </>
          )
        }
      </View>
    </>
  )
}

/** Says of how many rejected records of a connection nothing is kept. */
function Dropped({ connection }: { readonly connection: string }) {
  const { data: streams = [] } = useQuery(streamsQuery(connection))
  return streams.map(
    ({ dataType, direction, droppedRejects }) =>
      direction !== 'push' &&
      droppedRejects !== undefined && <p key={dataType}>{words.dropped(droppedRejects, texts.dataTypes[dataType])}</p>,
  )
}
