import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readRecordFilter } from '../pages/connection/record-filter.ts'
import { readStep } from '../pages/connection-wizard/steps.ts'
import { readFilter as readConnectionFilter } from '../pages/connections/filter.ts'
import { readPlace } from '../pages/mapping/place.ts'
import { readActivityFilter } from '../shell/activity/search.ts'
import { loadFieldWords } from '../shell/field-words.ts'
import { shell } from './shell.ts'

export const connections = createRoute({
  getParentRoute: () => shell,
  path: '/erp-connections',
  validateSearch: readConnectionFilter,
  component: lazyRouteComponent(() => import('../pages/connections/page.tsx'), 'ConnectionsPage'),
})

export const newConnection = createRoute({
  getParentRoute: () => shell,
  path: '/erp-connections/new',
  validateSearch: readStep,
  loader: loadFieldWords,
  component: lazyRouteComponent(() => import('../pages/connection-wizard/page.tsx'), 'ConnectionWizardPage'),
})

export const connection = createRoute({
  getParentRoute: () => shell,
  path: '/erp-connections/$id',
  component: lazyRouteComponent(() => import('../pages/connection/page.tsx'), 'ConnectionPage'),
})

export const connectionStreams = createRoute({
  getParentRoute: () => connection,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/connection/streams-tab.tsx'), 'StreamsTab'),
})

export const connectionStatistics = createRoute({
  getParentRoute: () => connection,
  path: '/statistics',
  validateSearch: (search: Record<string, unknown>) => {
    const { connection: _, ...filter } = readActivityFilter(search)
    return filter
  },
  component: lazyRouteComponent(() => import('../pages/connection/statistics-tab.tsx'), 'StatisticsTab'),
})

export const connectionAudit = createRoute({
  getParentRoute: () => connection,
  path: '/audit',
  validateSearch: ({ peek }): { peek?: string } => (typeof peek === 'string' ? { peek } : {}),
  component: lazyRouteComponent(() => import('../pages/connection/audit-tab.tsx'), 'AuditTab'),
})

export const connectionMappings = createRoute({
  getParentRoute: () => connection,
  path: '/mapping',
  component: lazyRouteComponent(() => import('../pages/mapping/first-mapping.tsx'), 'FirstMapping'),
})

export const connectionMapping = createRoute({
  getParentRoute: () => connection,
  path: '/mapping/$dataType',
  validateSearch: readPlace,
  component: lazyRouteComponent(() => import('../pages/mapping/page.tsx'), 'MappingPage'),
})

export const connectionSettings = createRoute({
  getParentRoute: () => connection,
  path: '/settings',
  loader: loadFieldWords,
  component: lazyRouteComponent(() => import('../pages/connection/settings-tab.tsx'), 'SettingsTab'),
})

export const connectionRecords = createRoute({
  getParentRoute: () => connection,
  path: '/records',
  validateSearch: readRecordFilter,
  component: lazyRouteComponent(() => import('../pages/connection/records-tab.tsx'), 'RecordsTab'),
})

export const connectionConflicts = createRoute({
  getParentRoute: () => connection,
  path: '/conflicts',
  component: lazyRouteComponent(() => import('../pages/connection/conflicts-tab.tsx'), 'ConflictsTab'),
})

export const connectionSchedules = createRoute({
  getParentRoute: () => connection,
  path: '/schedules',
  component: lazyRouteComponent(() => import('../pages/connection/schedules-tab.tsx'), 'SchedulesTab'),
})
