import { ok } from '@linkspan/client'
import { queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => ok(api.GET('/session', { signal })),
  staleTime: 60_000,
})

export const signIn = (key: string) => ok(api.POST('/session', { body: { key } }))
export const signOut = () => ok(api.DELETE('/session'))

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: ({ signal }) => ok(api.GET('/sessions', { signal })),
})

export const endSession = (id: string) => ok(api.DELETE('/sessions/{id}', { params: { path: { id } } }))
