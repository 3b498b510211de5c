import type { createCommands } from './audit/command.ts'
import { type ListRejectPorts, listOpenRejects, type RejectQuery } from './rejects/list-rejects.ts'
import { type ReprocessPorts, reprocessCommand } from './rejects/reprocess.ts'

/** What the outside may ask of the records that are rejected. */
export function coreRejects(command: ReturnType<typeof createCommands>, ports: ListRejectPorts & ReprocessPorts) {
  return {
    list: (query: RejectQuery) => listOpenRejects(query, ports),
    reprocess: reprocessCommand(command, ports),
  }
}
