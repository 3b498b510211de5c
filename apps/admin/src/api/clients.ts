import { ok } from '@linkspan/client'
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { api } from './client.ts'
import { nextOf, readPage } from './read-page.ts'

/** A change of assignments: the connection that is assigned to a client or a site, or no longer. */
export interface AssignmentChange {
  readonly action: 'assign' | 'unassign'
  readonly clientId: string
  readonly siteId?: string | undefined
  readonly erpConnectionId: string
  readonly isDefault?: boolean
  readonly overridesClient?: boolean
}

const page = (cursor: string) => ({ limit: 100, ...(cursor !== '' && { cursor }) })

export const clientsQuery = infiniteQueryOptions({
  queryKey: ['clients'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) => readPage(api.GET('/clients', { params: { query: page(pageParam) }, signal })),
  getNextPageParam: nextOf,
})

export const clientQuery = (clientId: string) =>
  queryOptions({
    queryKey: ['clients', clientId],
    queryFn: ({ signal }) => ok(api.GET('/clients/{clientId}', { params: { path: { clientId } }, signal })),
  })

export const siteQuery = (clientId: string, siteId: string) =>
  queryOptions({
    queryKey: ['clients', clientId, 'sites', siteId],
    queryFn: ({ signal }) => ok(api.GET('/clients/{clientId}/sites/{siteId}', { params: { path: { clientId, siteId } }, signal })),
  })

export const sitesQuery = (clientId: string) =>
  infiniteQueryOptions({
    queryKey: ['clients', clientId, 'sites', { all: true }],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      readPage(api.GET('/clients/{clientId}/sites', { params: { path: { clientId }, query: page(pageParam) }, signal })),
    getNextPageParam: nextOf,
  })

export const assignmentPreviewQuery = (change: AssignmentChange) =>
  queryOptions({
    queryKey: ['clients', 'preview', change],
    queryFn: ({ signal }) => ok(api.POST('/erp/assignments/preview', { body: { change: withSite(change) }, signal })),
  })

function withSite({ siteId, overridesClient = true, ...change }: AssignmentChange) {
  return { ...change, overridesClient, ...(siteId !== undefined && { siteId }) }
}

/** Assigns a connection. What is not said of an assignment stays as it is. */
export async function assign(change: AssignmentChange, known: { readonly settings: object; readonly catalogId?: string } | undefined) {
  const { clientId, siteId, erpConnectionId, isDefault, overridesClient = true } = change
  const kept = { ...(known && { settings: known.settings }), ...(known?.catalogId && { catalogId: known.catalogId }) }
  if (siteId === undefined) {
    const body = { erpConnectionId, ...kept, ...(isDefault !== undefined && { isDefault }) }
    return ok(api.POST('/clients/{clientId}/erp-assignments', { params: { path: { clientId } }, body }))
  }
  const body = { clientId, erpConnectionId, overridesClient, ...kept }
  return ok(api.POST('/sites/{siteId}/erp-assignments', { params: { path: { siteId } }, body }))
}

export const unassign = ({ clientId, siteId }: AssignmentChange, assignmentId: string) =>
  siteId === undefined
    ? ok(api.DELETE('/clients/{clientId}/erp-assignments/{assignmentId}', { params: { path: { clientId, assignmentId } } }))
    : ok(api.DELETE('/sites/{siteId}/erp-assignments/{assignmentId}', { params: { path: { siteId, assignmentId } } }))
