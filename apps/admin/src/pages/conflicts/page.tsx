import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type KeyboardEvent, useState } from 'react'
import { conflictsQuery } from '../../api/conflicts.ts'
import type { Conflict } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { Cockpit, type Decided } from '../../shell/conflict/cockpit.tsx'
import { Fates } from '../../shell/conflict/fates.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { locale, texts } from '../../texts/texts.ts'
import { type ConflictsSearch, readConflictsSearch } from './filter.ts'
import { Filters } from './filters.tsx'
import css from './page.module.css'
import { Peeked } from './peeked.tsx'
import { Resolved } from './resolved.tsx'

const words = texts.conflicts

/** The conflicts of all connections, oldest first, and the one that is looked at; or those that were resolved. */
export function ConflictsPage() {
  const search: ConflictsSearch = readConflictsSearch({ ...useSearch({ from: '/shell/conflicts' }) })
  const [decided, setDecided] = useState<Decided | null>(null)
  const list = useInfiniteQuery(conflictsQuery(search))
  const conflicts = list.data?.pages.flatMap(({ items }) => items) ?? []
  const fields = [...new Set(conflicts.flatMap((conflict) => conflict.fields.map(({ path }) => path)))]
  return (
    <>
      <PageHead title={words.title} />
      <Filters search={search} fields={fields} />
      {decided && (
        <section className={css.decided} role="status">
          <Fates caption={words.whatBecame} {...decided} />
          <ActionButton onPress={() => setDecided(null)}>{words.dismiss}</ActionButton>
        </section>
      )}
      <View query={list} words={texts} problem={problem}>
        {() =>
          search.status === 'resolved' ? (
            <Resolved conflicts={conflicts} />
          ) : (
            <Open conflicts={conflicts} search={search} onDecided={setDecided} />
          )
        }
      </View>
      <div className={css.more}>
        <span>{texts.runs.shown(conflicts.length, list.hasNextPage)}</span>
        {list.hasNextPage && (
          <ActionButton onPress={() => void list.fetchNextPage()} isDisabled={list.isFetchingNextPage}>
            {texts.runs.more}
          </ActionButton>
        )}
      </div>
    </>
  )
}

interface OpenProps {
  readonly conflicts: readonly Conflict[]
  readonly search: ConflictsSearch
  readonly onDecided: (decided: Decided) => void
}

function Open({ conflicts, search, onDecided }: OpenProps) {
  const nameOf = useConnectionName()
  const navigate = useNavigate({ from: '/conflicts' })
  const { peek, ...filter } = search
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  if (conflicts.length === 0 && peek === undefined) return <p>{isFiltered ? words.noneFits : words.none}</p>
  const looked = peek === undefined ? conflicts[0] : conflicts.find(({ id }) => id === peek)
  const settle = (result: Decided) => {
    onDecided(result)
    void navigate({ search: (before) => ({ ...before, peek: undefined }) })
  }
  return (
    <div className={css.split}>
      <nav aria-label={words.list}>
        <ul className={css.list}>
          {conflicts.map((conflict) => (
            <li key={conflict.id}>
              <Link
                to="/conflicts"
                search={{ ...filter, peek: conflict.id }}
                aria-current={conflict.id === looked?.id}
                className={css.item}
                onKeyDown={moveFocus}
              >
                <strong>{conflict.recordId}</strong> <When at={conflict.detectedAt} locale={locale} relative />
                <span className={css.facts}>
                  {texts.dataTypes[conflict.dataType]} · {nameOf(conflict.erpConnectionId)} ·{' '}
                  {conflict.fields.map(({ path }) => path).join(', ') || words.reasons[conflict.reason]}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {looked ? (
        <Cockpit key={looked.id} conflict={looked} shown={conflicts} onDecided={settle} />
      ) : (
        peek !== undefined && <Peeked key={peek} id={peek} shown={conflicts} onDecided={settle} />
      )}
    </div>
  )
}

const step: Readonly<Record<string, 'nextElementSibling' | 'previousElementSibling'>> = {
  ArrowDown: 'nextElementSibling',
  ArrowUp: 'previousElementSibling',
  j: 'nextElementSibling',
  k: 'previousElementSibling',
}

/** The arrows move the focus from row to row. */
function moveFocus(event: KeyboardEvent<HTMLAnchorElement>) {
  const direction = step[event.key]
  const next = direction && event.currentTarget.closest('li')?.[direction]?.querySelector('a')
  if (!next) return
  event.preventDefault()
  next.focus()
}
