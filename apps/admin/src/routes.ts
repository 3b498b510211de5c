import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { alerts, audit, client, clients, newParty, site, webhook, webhooks } from './routes/administration.ts'
import {
  connection,
  connectionAudit,
  connectionConflicts,
  connectionMapping,
  connectionMappings,
  connectionRecords,
  connectionSchedules,
  connectionSettings,
  connectionStatistics,
  connectionStreams,
  connections,
  newConnection,
} from './routes/connection.ts'
import { conflict, conflicts, journey, rejects, search } from './routes/records.ts'
import { installation, keys, preferences, sessions, settings, settingsIndex } from './routes/settings.ts'
import { login, noPage, root, shell } from './routes/shell.ts'
import { home, incident, incidents, schedules, statistics, syncLog, syncLogs } from './routes/watching.ts'

/** All pages by their address. */
export const createAdminRouter = (queries: QueryClient) =>
  createRouter({
    routeTree: root.addChildren([
      login,
      shell.addChildren([
        home,
        connections,
        newConnection,
        connection.addChildren([
          connectionStreams,
          connectionRecords,
          connectionMappings,
          connectionMapping,
          connectionSchedules,
          connectionConflicts,
          connectionStatistics,
          connectionSettings,
          connectionAudit,
        ]),
        syncLogs,
        syncLog,
        search,
        journey,
        rejects,
        conflicts,
        conflict,
        schedules,
        clients.addChildren([newParty, client, site]),
        statistics,
        incidents,
        incident,
        alerts,
        webhooks,
        webhook,
        audit,
        settings.addChildren([settingsIndex, preferences, installation, keys, sessions]),
        noPage,
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
