import { createAllowedAge } from './streams/allowed-age.ts'
import { type ListStreamPorts, listStreams, type StreamQuery } from './streams/list-streams.ts'

/** What the outside may ask of streams. */
export function coreStreams(ports: ListStreamPorts) {
  const allowedAge = createAllowedAge()
  return { list: (query: StreamQuery) => listStreams(query, allowedAge, ports) }
}
