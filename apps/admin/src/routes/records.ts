import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readConflictsSearch } from '../pages/conflicts/filter.ts'
import { readRejectFilter } from '../pages/rejects/filter.ts'
import { shell } from './shell.ts'

export const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: ({ q }): { q?: string } => (typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {}),
  component: lazyRouteComponent(() => import('../pages/search/page.tsx'), 'SearchPage'),
})

export const journey = createRoute({
  getParentRoute: () => shell,
  path: '/records/$connectionId/$dataType/$recordId',
  component: lazyRouteComponent(() => import('../pages/journey/page.tsx'), 'JourneyPage'),
})

export const rejects = createRoute({
  getParentRoute: () => shell,
  path: '/rejects',
  validateSearch: readRejectFilter,
  component: lazyRouteComponent(() => import('../pages/rejects/page.tsx'), 'RejectsPage'),
})

export const conflicts = createRoute({
  getParentRoute: () => shell,
  path: '/conflicts',
  validateSearch: readConflictsSearch,
  component: lazyRouteComponent(() => import('../pages/conflicts/page.tsx'), 'ConflictsPage'),
})

export const conflict = createRoute({
  getParentRoute: () => shell,
  path: '/conflicts/$id',
  component: lazyRouteComponent(() => import('../pages/conflict/page.tsx'), 'ConflictPage'),
})
