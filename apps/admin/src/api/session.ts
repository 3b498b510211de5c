import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { browserNow } from './browser-clock.ts'
import { api } from './client.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => ({ ...(await ok(api.GET('/session', { signal }))), readAt: browserNow().getTime() }),
  staleTime: 60_000,
})

export const signIn = async (key: string) => ({ ...(await ok(api.POST('/session', { body: { key } }))), readAt: browserNow().getTime() })
export const signOut = () => ok(api.DELETE('/session'))

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => ok(api.GET('/sessions', { signal })),
})

export const endSession = (id: string) => ok(api.DELETE('/sessions/{id}', { params: { path: { id } } }))
