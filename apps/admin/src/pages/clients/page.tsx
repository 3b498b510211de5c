import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, Outlet, useParams } from '@tanstack/react-router'
import { clientsQuery } from '../../api/clients.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import css from './clients.module.css'
import { Sites } from './sites.tsx'

const words = texts.clients

/** All clients with their sites, and what serves each; beside them the one that is looked at. */
export function ClientsPage() {
  const { clientId } = useParams({ strict: false })
  const list = useInfiniteQuery(clientsQuery)
  const clients = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <PageHead title={words.title}>
        <Link to="/clients">{words.assignNew}</Link>
      </PageHead>
      <div className={css.split}>
        <nav aria-label={words.tree}>
          <View query={list} words={texts} problem={problem}>
            {() => (
              <>
                {clients.length === 0 && <p>{words.none}</p>}
                <ul className={css.tree}>
                  {clients.map(({ id, name, defaultConnection }) => (
                    <li key={id}>
                      <Link to="/clients/$clientId" params={{ clientId: id }} className={css.item} activeOptions={{ exact: true }}>
                        <strong>
                          <bdi>{name ?? id}</bdi>
                        </strong>
                        <span className={css.uses}>{defaultConnection?.name ?? words.noErp}</span>
                      </Link>
                      {id === clientId && <Sites clientId={id} />}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </View>
          {list.hasNextPage && <ActionButton onPress={() => void list.fetchNextPage()}>{texts.runs.more}</ActionButton>}
        </nav>
        <div className={css.detail}>
          <Outlet />
        </div>
      </div>
    </>
  )
}
