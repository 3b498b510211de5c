import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sitesQuery } from '../../api/clients.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import spoken from '../../parts/spoken/spoken.module.css'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import css from './clients.module.css'

const words = texts.clients

const marks = { site: '●', client: '↳', none: '–' } as const

/** The sites of a client, each with what serves it: ● its own connection, ↳ the client's. */
export function Sites({ clientId }: { readonly clientId: string }) {
  const list = useInfiniteQuery(sitesQuery(clientId))
  const sites = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <View query={list} words={texts} problem={problem}>
      {() => (
        <>
          {sites.length === 0 && <p className={css.note}>{words.noSites}</p>}
          <ul className={css.sites} aria-label={words.sitesOf(clientId)}>
            {sites.map(({ id, name, effective: { source, connection } }) => (
              <li key={id}>
                <Link to="/clients/$clientId/sites/$siteId" params={{ clientId, siteId: id }} className={css.item}>
                  <bdi>{name ?? id}</bdi>
                  <span className={css.uses}>
                    <span aria-hidden>{marks[source]} </span>
                    {connection?.name ?? words.noErp} <span className={spoken.spoken}>({words.sources[source]})</span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
          {list.hasNextPage && <ActionButton onPress={() => void list.fetchNextPage()}>{texts.runs.more}</ActionButton>}
        </>
      )}
    </View>
  )
}
