import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/session.ts'

const ranks = ['viewer', 'operator', 'admin']

/** Whether whoever is signed in has this role or a higher one. The server decides again. */
export function useMay(role: 'operator' | 'admin'): boolean {
  const { data: session } = useQuery(sessionQuery)
  return session !== undefined && ranks.indexOf(session.role) >= ranks.indexOf(role)
}
