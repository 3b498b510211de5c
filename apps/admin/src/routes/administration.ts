import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { readAlertsSearch } from '../pages/alerts/search.ts'
import { readDeliverySearch } from '../pages/webhook/search.ts'
import { readAuditSearch } from '../shell/audit/audit-filter.ts'
import { shell } from './shell.ts'

export const clients = createRoute({
  getParentRoute: () => shell,
  path: '/clients',
  component: lazyRouteComponent(() => import('../pages/clients/page.tsx'), 'ClientsPage'),
})

export const newParty = createRoute({
  getParentRoute: () => clients,
  path: '/',
  component: lazyRouteComponent(() => import('../pages/clients/panels.tsx'), 'NewParty'),
})

export const client = createRoute({
  getParentRoute: () => clients,
  path: '/$clientId',
  component: lazyRouteComponent(() => import('../pages/clients/panels.tsx'), 'ClientPanel'),
})

export const site = createRoute({
  getParentRoute: () => clients,
  path: '/$clientId/sites/$siteId',
  component: lazyRouteComponent(() => import('../pages/clients/panels.tsx'), 'SitePanel'),
})

export const alerts = createRoute({
  getParentRoute: () => shell,
  path: '/alerts',
  validateSearch: readAlertsSearch,
  component: lazyRouteComponent(() => import('../pages/alerts/page.tsx'), 'AlertsPage'),
})

export const webhooks = createRoute({
  getParentRoute: () => shell,
  path: '/webhooks',
  validateSearch: ({ create }): { create?: true } => (create === true ? { create } : {}),
  component: lazyRouteComponent(() => import('../pages/webhooks/page.tsx'), 'WebhooksPage'),
})

export const webhook = createRoute({
  getParentRoute: () => shell,
  path: '/webhooks/$id',
  validateSearch: readDeliverySearch,
  component: lazyRouteComponent(() => import('../pages/webhook/page.tsx'), 'WebhookPage'),
})

export const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('../pages/audit/page.tsx'), 'AuditPage'),
})
