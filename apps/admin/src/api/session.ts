import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => ({ ...(await ok(api.GET('/session', { signal }))), readAt: Date.now() }),
  staleTime: 60_000,
})

export const signIn = async (key: string) => ({ ...(await ok(api.POST('/session', { body: { key } }))), readAt: Date.now() })
export const signOut = () => ok(api.DELETE('/session'))
