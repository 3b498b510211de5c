import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readSchedulesSearch } from '../pages/schedules/search.ts'
import { readFilter } from '../pages/sync-logs/filter.ts'
import { readActivityFilter } from '../shell/activity/search.ts'
import { shell } from './shell.ts'

export const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/now/page.tsx'), 'NowPage'),
})

export const syncLogs = createRoute({
  getParentRoute: () => shell,
  path: '/sync-logs',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('../pages/sync-logs/page.tsx'), 'SyncLogsPage'),
})

export const syncLog = createRoute({
  getParentRoute: () => shell,
  path: '/sync-logs/$id',
  validateSearch: readFilter,
  component: lazyRouteComponent(() => import('../pages/sync-log/page.tsx'), 'SyncLogPage'),
})

export const schedules = createRoute({
  getParentRoute: () => shell,
  path: '/schedules',
  validateSearch: readSchedulesSearch,
  component: lazyRouteComponent(() => import('../pages/schedules/page.tsx'), 'SchedulesPage'),
})

export const statistics = createRoute({
  getParentRoute: () => shell,
  path: '/statistics',
  validateSearch: readActivityFilter,
  component: lazyRouteComponent(() => import('../pages/statistics/page.tsx'), 'StatisticsPage'),
})

export const incidents = createRoute({
  getParentRoute: () => shell,
  path: '/incidents',
  component: lazyRouteComponent(() => import('../pages/incidents/page.tsx'), 'IncidentsPage'),
})

export const incident = createRoute({
  getParentRoute: () => shell,
  path: '/incidents/$id',
  component: lazyRouteComponent(() => import('../pages/incident/page.tsx'), 'IncidentPage'),
})
