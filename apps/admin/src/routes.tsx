import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { isSignedOut } from './api/problems.ts'
import { sessionQuery } from './api/session.ts'
import { readAlertsSearch } from './pages/alerts/search.ts'
import { readPlace } from './pages/mapping/place.ts'
import { readRejectFilter } from './pages/rejects/filter.ts'
import { readStep } from './pages/connection-wizard/steps.ts'
import { readFilter as readConnectionFilter } from './pages/connections/filter.ts'
import { readRecordFilter } from './pages/connection/record-filter.ts'
import { readFilter } from './pages/sync-logs/filter.ts'
import { readDeliverySearch } from './pages/webhook/search.ts'
import { readActivityFilter } from './shell/activity/search.ts'
import { readAuditSearch } from './shell/audit/audit-filter.ts'
import { Frame } from './shell/frame.tsx'

interface Context {
  readonly queries: QueryClient
}

const root = createRootRouteWithContext<Context>()()

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' && next.startsWith('/') ? { next } : {}),
  component: lazyRouteComponent(() => import('./pages/login/page.tsx'), 'LoginPage'),
})

/** Every page but the login needs a session. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  async beforeLoad({ context, location }) {
    try {
      await context.queries.ensureQueryData(sessionQuery)
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/login', search: { next: location.href } })
      throw error
    }
  },
  component: Frame,
})

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/now/page.tsx'), 'NowPage'),
})

const connections = createRoute({
  getParentRoute: () => shell,
  path: '/erp-connections',
  validateSearch: readConnectionFilter,
  component: lazyRouteComponent(() => import('./pages/connections/page.tsx'), 'ConnectionsPage'),
})

const newConnection = createRoute({
  getParentRoute: () => shell,
  path: '/erp-connections/new',
  validateSearch: readStep,
  component: lazyRouteComponent(() => import('./pages/connection-wizard/page.tsx'), 'ConnectionWizardPage'),
})

const connection = createRoute({
  getParentRoute: () => shell,
  path: '/erp-connections/$id',
  component: lazyRouteComponent(() => import('./pages/connection/page.tsx'), 'ConnectionPage'),
})

const connectionStreams = createRoute({
  getParentRoute: () => connection,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/connection/streams-tab.tsx'), 'StreamsTab'),
})

const connectionStatistics = createRoute({
  getParentRoute: () => connection,
  path: '/statistics',
  validateSearch: (search: Record<string, unknown>) => {
    const { connection: _, ...filter } = readActivityFilter(search)
    return filter
  },
  component: lazyRouteComponent(() => import('./pages/connection/statistics-tab.tsx'), 'StatisticsTab'),
})

const connectionAudit = createRoute({
  getParentRoute: () => connection,
  path: '/audit',
  validateSearch: ({ peek }): { peek?: string } => (typeof peek === 'string' ? { peek } : {}),
  component: lazyRouteComponent(() => import('./pages/connection/audit-tab.tsx'), 'AuditTab'),
const connectionMappings = createRoute({
  getParentRoute: () => connection,
  path: '/mapping',
  component: lazyRouteComponent(() => import('./pages/mapping/first-mapping.tsx'), 'FirstMapping'),
})

const connectionMapping = createRoute({
  getParentRoute: () => connection,
  path: '/mapping/$dataType',
  validateSearch: readPlace,
  component: lazyRouteComponent(() => import('./pages/mapping/page.tsx'), 'MappingPage'),
const connectionSettings = createRoute({
  getParentRoute: () => connection,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/connection/settings-tab.tsx'), 'SettingsTab'),
const connectionRecords = createRoute({
  getParentRoute: () => connection,
  path: '/records',
  validateSearch: readRecordFilter,
  component: lazyRouteComponent(() => import('./pages/connection/records-tab.tsx'), 'RecordsTab'),
})

const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: ({ q }): { q?: string } => (typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {}),
  component: lazyRouteComponent(() => import('./pages/search/page.tsx'), 'SearchPage'),
})

const journey = createRoute({
  getParentRoute: () => shell,
  path: '/records/$connectionId/$dataType/$recordId',
  component: lazyRouteComponent(() => import('./pages/journey/page.tsx'), 'JourneyPage'),
})

const syncLogs = createRoute({
  getParentRoute: () => shell,
  path: '/sync-logs',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./pages/sync-logs/page.tsx'), 'SyncLogsPage'),
})

const syncLog = createRoute({
  getParentRoute: () => shell,
  path: '/sync-logs/$id',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./pages/sync-log/page.tsx'), 'SyncLogPage'),
})

const rejects = createRoute({
  getParentRoute: () => shell,
  path: '/rejects',
  validateSearch: readRejectFilter,
  component: lazyRouteComponent(() => import('./pages/rejects/page.tsx'), 'RejectsPage'),
})

const incidents = createRoute({
  getParentRoute: () => shell,
  path: '/incidents',
  component: lazyRouteComponent(() => import('./pages/incidents/page.tsx'), 'IncidentsPage'),
})

const incident = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/$id',
  component: lazyRouteComponent(() => import('./pages/incident/page.tsx'), 'IncidentPage'),
})

const statistics = createRoute({
  getParentRoute: () => shell,
  path: '/statistics',
  validateSearch: readActivityFilter,
  component: lazyRouteComponent(() => import('./pages/statistics/page.tsx'), 'StatisticsPage'),
})

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./pages/audit/page.tsx'), 'AuditPage'),
})

const webhooks = createRoute({
  getParentRoute: () => shell,
  path: '/webhooks',
  validateSearch: ({ create }): { create?: true } => (create === true ? { create } : {}),
  component: lazyRouteComponent(() => import('./pages/webhooks/page.tsx'), 'WebhooksPage'),
})

const webhook = createRoute({
  getParentRoute: () => shell,
  path: '/webhooks/$id',
  validateSearch: readDeliverySearch,
  component: lazyRouteComponent(() => import('./pages/webhook/page.tsx'), 'WebhookPage'),
})

const alerts = createRoute({
  getParentRoute: () => shell,
  path: '/alerts',
  validateSearch: readAlertsSearch,
  component: lazyRouteComponent(() => import('./pages/alerts/page.tsx'), 'AlertsPage'),
})

const settings = createRoute({
  getParentRoute: () => shell,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/page.tsx'), 'SettingsPage'),
})

const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/preferences' })
  },
})

const preferences = createRoute({
  getParentRoute: () => settings,
  path: '/preferences',
  component: lazyRouteComponent(() => import('./pages/settings/preferences-tab.tsx'), 'PreferencesTab'),
})

const installation = createRoute({
  getParentRoute: () => settings,
  path: '/installation',
  component: lazyRouteComponent(() => import('./pages/settings/installation-tab.tsx'), 'InstallationTab'),
})

const keys = createRoute({
  getParentRoute: () => settings,
  path: '/keys',
  component: lazyRouteComponent(() => import('./pages/settings/keys-tab.tsx'), 'KeysTab'),
})

const sessions = createRoute({
  getParentRoute: () => settings,
  path: '/sessions',
  component: lazyRouteComponent(() => import('./pages/settings/sessions-tab.tsx'), 'SessionsTab'),
})

export const createAdminRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      login,
      shell.addChildren([
        home,
        connections,
        connection.addChildren([connectionStreams, connectionStatistics, connectionAudit]),
        syncLogs,
        syncLog,
        statistics,
        incidents,
        incident,
        alerts,
        webhooks,
        webhook,
        audit,
        settings.addChildren([settingsIndex, preferences, installation, keys, sessions]),
      ]),
      shell.addChildren([home, connections, connection.addChildren([connectionStreams]), syncLogs, syncLog, rejects, incidents, incident]),
        connection.addChildren([connectionStreams, connectionMappings, connectionMapping]),
        newConnection,
        connection.addChildren([connectionStreams, connectionSettings]),
        connection.addChildren([connectionStreams, connectionRecords]),
        search,
        journey,
        syncLogs,
        syncLog,
        incidents,
        incident,
      ]),
    ]),
    basepath: '/admin',
    context: { queries },
    defaultPreload: 'intent',
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAdminRouter>
  }
}
