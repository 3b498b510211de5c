import { useParams } from '@tanstack/react-router'
import { StreamsTable } from '../../shell/streams-table.tsx'

/** The streams of the connection. */
export function StreamsTab() {
  const { id } = useParams({ from: '/shell/erp-connections/$id/' })
  return <StreamsTable connectionId={id} />
}
