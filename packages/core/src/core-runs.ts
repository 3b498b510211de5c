import type { AssignmentRepository } from './assignments/assignment.ts'
import { connectionsOfClient } from './assignments/connections-of-client.ts'
import type { createCommands } from './audit/command.ts'
import type { PageQuery } from './kernel/listing.ts'
import { mapListing } from './kernel/map-listing.ts'
import { groupRejects } from './rejects/group-rejects.ts'
import { listRunRejects, type RunRejectPorts } from './rejects/run-rejects.ts'
import { type ActivityPorts, type ActivityQuery, readActivity } from './runs/activity.ts'
import { mustGetRun } from './runs/get-run.ts'
import { runCommands } from './runs/run-commands.ts'
import type { EntryQuery, RunQuery } from './runs/run-store.ts'
import type { RunPorts } from './runs/start-run.ts'
import type { StopPorts } from './runs/stop-run.ts'
import { toERPSyncLog } from './runs/sync-log.ts'
import { toTimeline } from './runs/timeline.ts'
import { type HindrancePorts, withHindrance } from './runs/with-hindrance.ts'

interface ClientPorts {
  readonly assignments: Pick<AssignmentRepository, 'ofConnection'>
}

/** What the outside may ask of runs. */
export function coreRuns(
  command: ReturnType<typeof createCommands>,
  ports: RunPorts & StopPorts & HindrancePorts & ActivityPorts & RunRejectPorts & ClientPorts,
) {
  const { runs } = ports
  return {
    ...runCommands(command, ports),
    async list({ clientId, ...query }: Omit<RunQuery, 'ofConnection'> & { readonly clientId?: string | undefined }) {
      const ofConnection = clientId === undefined ? undefined : connectionsOfClient(clientId, ports.assignments)
      return mapListing(await runs.list({ ...query, ofConnection }), toERPSyncLog)
    },
    get: async (id: string) => toERPSyncLog(await mustGetRun(runs, id)),
    async entries(id: string, query: EntryQuery) {
      const run = await mustGetRun(runs, id)
      const entries = await runs.entries(id, query)
      return query.levels?.includes('warn') === false ? entries : withHindrance(run, entries, ports)
    },
    /** What the run did when. */
    async timeline(id: string) {
      const run = await mustGetRun(runs, id)
      return toTimeline(run, await runs.phases(id), ports.clock.now())
    },
    /** What has become of the runs of a range of time, by hour or by day. */
    activity: (query: ActivityQuery) => readActivity(query, ports),
    rejects: async (id: string, query: PageQuery) => listRunRejects(await mustGetRun(runs, id), query, ports),
    /** `masks`: values of persons are hidden. */
    rejectGroups: async (id: string, masks: boolean) => groupRejects(await mustGetRun(runs, id), masks, ports),
    /** The log now and after every change, until it has ended or `signal` aborts. */
    async *watch(id: string, signal: AbortSignal) {
      for await (const run of runs.watch(id, signal)) yield toERPSyncLog(run)
    },
  }
}
