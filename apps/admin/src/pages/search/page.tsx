import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { connectionsQuery } from '../../api/connections.ts'
import type { SearchHit } from '../../api/names.ts'
import { searchQuery } from '../../api/records.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { Hits } from './hits.tsx'
import css from './page.module.css'

const words = texts.search

/** Finds records by what people call them. If there is only one, it is opened. */
export function SearchPage() {
  const { q = '' } = useSearch({ from: '/shell/search' })
  const search = useInfiniteQuery(searchQuery(q))
  const pages = search.data?.pages ?? []
  const hits = pages.flatMap((page) => page.hits)
  useOpenSingle(hits, search.isSuccess && !search.hasNextPage)

  if (q === '')
    return (
      <>
        <PageHead title={words.title} />
        <p className={css.words}>{words.ask}</p>
      </>
    )
  return (
    <>
      <PageHead title={words.titleOf(q)} />
      <View query={{ ...search, data: search.data && hits }} words={texts} problem={problem}>
        {(rows) => (
          <>
            {pages.some(({ isIncomplete }) => isIncomplete) && <p className={css.words}>{words.incomplete}</p>}
            {rows.length === 0 ? <NotFound q={q} isSearching={search.hasNextPage} /> : <Hits hits={rows} />}
            {search.hasNextPage && (
              <ActionButton onPress={() => void search.fetchNextPage()} isDisabled={search.isFetchingNextPage}>
                {texts.runs.more}
              </ActionButton>
            )}
          </>
        )}
      </View>
    </>
  )
}

function useOpenSingle(hits: readonly SearchHit[], isAll: boolean) {
  const navigate = useNavigate()
  const single = isAll && hits.length === 1 ? hits[0] : undefined
  useEffect(() => {
    if (!single) return
    const { erpConnectionId: connectionId, dataType, recordId } = single
    void navigate({ to: '/records/$connectionId/$dataType/$recordId', params: { connectionId, dataType, recordId }, replace: true })
  }, [single, navigate])
}

/** Says what was looked for and where, and what can be done now. */
function NotFound({ q, isSearching }: { readonly q: string; readonly isSearching: boolean }) {
  const { data: connections = [] } = useQuery(connectionsQuery)
  if (isSearching) return <p className={css.words}>{words.goOn(q)}</p>
  return (
    <>
      <p className={css.words}>{words.none(q, connections.length)}</p>
      <p>
        {words.noneNext} <Link to="/erp-connections">{texts.navigation.connections}</Link>
      </p>
    </>
  )
}
