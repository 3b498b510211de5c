import { infiniteQueryOptions, keepPreviousData } from '@tanstack/react-query'
import { api } from './client.ts'
import type { RunEntry } from './names.ts'
import { nextOf, readPage } from './read-page.ts'

export type EntryLevels = 'warn,error' | 'error'

export interface EntryPage {
  readonly items: readonly RunEntry[]
  /** The cursor behind these entries; empty at the beginning. */
  readonly from: string
  readonly next: string | null
  readonly total: number | null
}

const pageSize = 200
const largePageSize = 1000

export async function readEntries(
  id: string,
  {
    level,
    cursor,
    limit,
    signal,
  }: { readonly level?: EntryLevels | undefined; readonly cursor: string; readonly limit: number; readonly signal?: AbortSignal },
): Promise<EntryPage> {
  const query = { limit, ...(level && { level }), ...(cursor !== '' && { cursor }) }
  const page = await readPage(api.GET('/erp/sync-logs/{id}/entries', { params: { path: { id }, query }, ...(signal && { signal }) }))
  return { ...page, from: cursor }
}

/** The entries of a run, oldest first, window by window. The first window is small, so that it is there at once. */
export const entriesQuery = (id: string, isRunning: boolean, level?: EntryLevels) =>
  infiniteQueryOptions({
    queryKey: ['runs', id, 'entries', level ?? 'all', isRunning], // read anew once it has ended
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      readEntries(id, { level, cursor: pageParam, limit: pageParam === '' ? pageSize : largePageSize, signal }),
    getNextPageParam: nextOf,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: isRunning ? 1000 : false,
  })

/** Reads all entries of a run, page by page. */
export async function* allEntries(id: string): AsyncGenerator<readonly RunEntry[]> {
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page: EntryPage = await readEntries(id, { cursor, limit: largePageSize })
    yield page.items
    cursor = page.next
  }
}
