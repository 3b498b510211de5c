import type { createCommands } from './audit/command.ts'
import type { PageQuery } from './kernel/listing.ts'
import { mapListing } from './kernel/map-listing.ts'
import { groupRejects } from './rejects/group-rejects.ts'
import { listRunRejects, type RunRejectPorts } from './rejects/run-rejects.ts'
import { type ActivityPorts, type ActivityQuery, readActivity } from './runs/activity.ts'
import { mustGetRun } from './runs/get-run.ts'
import { runCommands } from './runs/run-commands.ts'
import type { RunQuery } from './runs/run-store.ts'
import type { RunPorts } from './runs/start-run.ts'
import type { StopPorts } from './runs/stop-run.ts'
import { toERPSyncLog } from './runs/sync-log.ts'
import { type HindrancePorts, withHindrance } from './runs/with-hindrance.ts'

/** What the outside may ask of runs. */
export function coreRuns(
  command: ReturnType<typeof createCommands>,
  ports: RunPorts & StopPorts & HindrancePorts & ActivityPorts & RunRejectPorts,
) {
  const { runs } = ports
  return {
    ...runCommands(command, ports),
    list: async (query: RunQuery) => mapListing(await runs.list(query), toERPSyncLog),
    get: async (id: string) => toERPSyncLog(await mustGetRun(runs, id)),
    async entries(id: string, query: PageQuery) {
      const run = await mustGetRun(runs, id)
      return withHindrance(run, await runs.entries(id, query), ports)
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
