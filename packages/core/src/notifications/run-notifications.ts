import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import type { JobQueue } from '../jobs/contracts.ts'
import type { NotificationPorts } from './notification-ports.ts'
import { type ReadIncidentsPorts, readIncidents } from './read-incidents.ts'
import { sendDue } from './send-due.ts'
import { wakeNotifications } from './wake-notifications.ts'

export type RunNotificationsPorts = NotificationPorts & ReadIncidentsPorts & { readonly queue: JobQueue }

/** Executes one job: for a route it tells what is due; without one it reads on in the log of incidents. */
export async function runNotifications(
  { routeId }: { readonly routeId?: string | undefined },
  ports: RunNotificationsPorts,
  context: JobContext,
): Promise<JobResult> {
  if (routeId !== undefined) return sendDue(routeId, ports, context)
  await readIncidents(ports, context.signal)
  await wakeNotifications(ports)
  return done
}
