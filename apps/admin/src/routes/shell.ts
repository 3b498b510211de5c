import type { QueryClient } from '@tanstack/react-query'
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { isSignedOut } from '../api/problems.ts'
import { sessionQuery } from '../api/session.ts'
import { Frame } from '../shell/frame.tsx'
import { NoPage } from '../shell/no-page.tsx'

interface Context {
  readonly queries: QueryClient
}

export const root = createRootRouteWithContext<Context>()()

export const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: ({ next }): { next?: string } => (typeof next === 'string' && next.startsWith('/') ? { next } : {}),
  component: lazyRouteComponent(() => import('../pages/login/page.tsx'), 'LoginPage'),
})

/** Every page but the login needs a session. */
export const shell = createRoute({
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

/** Whatever is no page. */
export const noPage = createRoute({ getParentRoute: () => shell, path: '$', component: NoPage })
