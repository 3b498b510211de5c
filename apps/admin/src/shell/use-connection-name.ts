import { useQuery } from '@tanstack/react-query'
import { connectionsQuery } from '../api/connections.ts'

/** Finds the name of a connection by its id; the id itself if it is not known, as after a deletion. */
export function useConnectionName(): (id: string) => string {
  const { data: connections = [] } = useQuery(connectionsQuery)
  return (id) => connections.find((connection) => connection.id === id)?.name ?? id
}
