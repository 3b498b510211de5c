import { useQuery } from '@tanstack/react-query'
import { installationQuery } from '../api/installation.ts'

/** The name and colour by which people tell this installation from others; null until they are known, and if they are not set. */
export function useInstallation(): { readonly name: string | null; readonly color: string | null } {
  const { data } = useQuery({ ...installationQuery, staleTime: Infinity, refetchInterval: false })
  return { name: data?.name ?? null, color: data?.color ?? null }
}
