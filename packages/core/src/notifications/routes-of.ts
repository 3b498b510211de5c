import { AppError } from '../kernel/errors.ts'
import type { VersionedList } from '../kernel/versioned-list.ts'
import type { StoredRoute } from './notification-route.ts'

/** All routes are one list. */
export const routesOwner = 'installation'

export const routesOf = (routes: VersionedList<StoredRoute>): Promise<readonly StoredRoute[]> => routes.list(routesOwner)

/** Throws `request.not-found` if there is none. */
export async function mustGetRoute(routes: VersionedList<StoredRoute>, id: string): Promise<StoredRoute> {
  const route = (await routesOf(routes)).find((one) => one.id === id)
  if (!route) throw new AppError('request.not-found', `There is no notification route ${id}`)
  return route
}
