import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { NotificationRoute } from '../../api/names.ts'
import { routesQuery } from '../../api/notification-routes.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import { RouteActions } from './route-actions.tsx'
import { RouteDeliveries } from './route-deliveries.tsx'
import { RouteForm } from './route-form.tsx'
import { scopeOf, targetOf, whenOf } from './route-words.ts'

const words = texts.alerts

/** Who is told about incidents, by which channel, and when. Which route is edited or open stands in the address. */
export function AlertsPage() {
  const { edit, peek } = useSearch({ from: '/shell/alerts' })
  const navigate = useNavigate({ from: '/alerts' })
  const routes = useQuery(routesQuery)
  const may = useMay('admin')
  const nameOf = useConnectionName()
  const close = () => void navigate({ search: {} })
  const edited = routes.data?.find(({ id }) => id === edit)
  const columns: readonly Column<NotificationRoute>[] = [
    {
      title: words.target,
      cell: (route) => (
        <>
          <Link to="/alerts" search={peek === route.id ? {} : { peek: route.id }} resetScroll={false} aria-expanded={peek === route.id}>
            {targetOf(route)}
          </Link>
          {peek === route.id && <RouteDeliveries routeId={route.id} />}
        </>
      ),
    },
    { title: words.channel, cell: ({ channel }) => words.channels[channel] },
    { title: words.scope, cell: (route) => scopeOf(route, nameOf) },
    { title: words.severity, cell: ({ minSeverity }) => texts.severities[minSeverity] },
    { title: words.when, cell: (route) => whenOf(route) },
    { title: words.state, cell: ({ enabled }) => <StateMark mark={enabled ? 'ok' : 'idle'} word={enabled ? words.on : words.off} /> },
    {
      title: texts.connections.actions,
      cell: (route) => <RouteActions route={route} onEdit={() => void navigate({ search: { edit: route.id } })} />,
    },
  ]
  return (
    <>
      <PageHead title={words.title}>
        {edit === undefined && (
          <ActionButton isMain isDisabled={!may} onPress={() => void navigate({ search: { edit: 'new' } })}>
            {words.newOne}
          </ActionButton>
        )}
        {!may && <span>{texts.needs('admin')}</span>}
      </PageHead>
      {may && edit === 'new' && <RouteForm onClose={close} />}
      {may && edited && <RouteForm key={edited.id} route={edited} onClose={close} />}
      <View query={routes} words={texts} problem={problem}>
        {(rows) =>
          rows.length === 0 ? <p>{words.none}</p> : <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
        }
      </View>
    </>
  )
}
