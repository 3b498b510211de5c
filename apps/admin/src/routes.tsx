import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { isSignedOut } from './api/problems.ts'
import { sessionQuery } from './api/session.ts'
import { readConflictsSearch } from './pages/conflicts/filter.ts'
import { readSchedulesSearch } from './pages/schedules/search.ts'
import { readFilter } from './pages/sync-logs/filter.ts'
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
  beforeLoad: () => {
    throw redirect({ to: '/erp-connections' })
  },
})

const connections = createRoute({
  getParentRoute: () => shell,
  path: '/erp-connections',
  component: lazyRouteComponent(() => import('./pages/connections/page.tsx'), 'ConnectionsPage'),
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

const syncLogs = createRoute({
  getParentRoute: () => shell,
  path: '/sync-logs',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('./pages/sync-logs/page.tsx'), 'SyncLogsPage'),
})

const syncLog = createRoute({
  getParentRoute: () => shell,
  path: '/sync-logs/$id',
  component: lazyRouteComponent(() => import('./pages/sync-log/page.tsx'), 'SyncLogPage'),
})

const connectionConflicts = createRoute({
  getParentRoute: () => connection,
  path: '/conflicts',
  component: lazyRouteComponent(() => import('./pages/connection/conflicts-tab.tsx'), 'ConflictsTab'),
})

const connectionSchedules = createRoute({
  getParentRoute: () => connection,
  path: '/schedules',
  component: lazyRouteComponent(() => import('./pages/connection/schedules-tab.tsx'), 'SchedulesTab'),
})

const conflicts = createRoute({
  getParentRoute: () => shell,
  path: '/conflicts',
  validateSearch: readConflictsSearch,
  component: lazyRouteComponent(() => import('./pages/conflicts/page.tsx'), 'ConflictsPage'),
})

const conflict = createRoute({
  getParentRoute: () => shell,
  path: '/conflicts/$id',
  component: lazyRouteComponent(() => import('./pages/conflict/page.tsx'), 'ConflictPage'),
})

const schedules = createRoute({
  getParentRoute: () => shell,
  path: '/schedules',
  validateSearch: readSchedulesSearch,
  component: lazyRouteComponent(() => import('./pages/schedules/page.tsx'), 'SchedulesPage'),
})

const clients = createRoute({
  getParentRoute: () => shell,
  path: '/clients',
  component: lazyRouteComponent(() => import('./pages/clients/page.tsx'), 'ClientsPage'),
})

const newParty = createRoute({
  getParentRoute: () => clients,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/clients/panels.tsx'), 'NewParty'),
})

const client = createRoute({
  getParentRoute: () => clients,
  path: '/$clientId',
  component: lazyRouteComponent(() => import('./pages/clients/panels.tsx'), 'ClientPanel'),
})

const site = createRoute({
  getParentRoute: () => clients,
  path: '/$clientId/sites/$siteId',
  component: lazyRouteComponent(() => import('./pages/clients/panels.tsx'), 'SitePanel'),
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

export const createAdminRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      login,
      shell.addChildren([
        home,
        connections,
        connection.addChildren([connectionStreams, connectionConflicts, connectionSchedules]),
        syncLogs,
        syncLog,
        conflicts,
        conflict,
        schedules,
        clients.addChildren([newParty, client, site]),
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
