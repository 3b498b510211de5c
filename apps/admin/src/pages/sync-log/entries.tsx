import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type EntryLevels, entriesQuery } from '../../api/run-entries.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import { DownloadEntries } from './download-entries.tsx'
import css from './entries.module.css'
import { EntryLines } from './entry-lines.tsx'

const words = texts.run

/** The log of a run, window by window. */
export function Entries({ id, isRunning }: { readonly id: string; readonly isRunning: boolean }) {
  const [level, setLevel] = useState<EntryLevels>()
  const [follows, setFollows] = useState(false)
  const [wantsError, setWantsError] = useState(false)
  const query = useInfiniteQuery(entriesQuery(id, isRunning, level))
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data])
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = query
  const loadMore = () => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }
  const total = query.data?.pages[0]?.total ?? undefined
  const firstError = wantsError ? (rows?.findIndex((entry) => entry.level === 'error') ?? -1) : -1
  const isSeeking = wantsError && firstError === -1 && hasNextPage
  return (
    <section aria-labelledby="entries">
      <div className={css.head}>
        <h2 id="entries">{words.entries}</h2>
        <Choice
          label={words.level}
          none={words.allLevels}
          value={level}
          choices={[
            ['warn,error', words.warnings],
            ['error', words.errors],
          ]}
          onChange={(next) => {
            setLevel(next)
            setWantsError(false)
          }}
        />
        <ActionButton onPress={() => setWantsError(true)}>{words.firstError}</ActionButton>
        <ActionButton onPress={() => setFollows(!follows)} isPressed={follows}>
          {words.follow}
        </ActionButton>
        <DownloadEntries id={id} />
      </div>
      <View query={{ ...query, data: rows }} words={texts} problem={problem}>
        {(lines) =>
          lines.length === 0 && !hasNextPage ? (
            <p>{words.noEntries}</p>
          ) : (
            <>
              <p className={css.count} role="status">
                {isSeeking
                  ? words.seeking(lines.length)
                  : total === undefined
                    ? words.lineCount(lines.length)
                    : words.linesOf(lines.length, total)}
                {wantsError && firstError === -1 && !hasNextPage && ` ${words.noError}`}
              </p>
              <EntryLines
                rows={lines}
                total={total}
                wantsAll={follows || isSeeking}
                loadMore={loadMore}
                isLoading={isFetchingNextPage}
                jumpTo={firstError}
                follows={follows}
                onLeaveEnd={() => setFollows(false)}
              />
            </>
          )
        }
      </View>
    </section>
  )
}
