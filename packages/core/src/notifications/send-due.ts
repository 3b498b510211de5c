import { done, type JobContext, type JobResult } from '../jobs/contract.ts'
import { clientsOf } from './clients-of.ts'
import type { NotificationPorts } from './notification-ports.ts'
import type { StoredRoute } from './notification-route.ts'
import { routesOf } from './routes-of.ts'
import { sendMessage } from './send-message.ts'
import { type NoticeToTell, sortDue } from './sort-due.ts'

const batch = 200
/** Longer than one message may take. */
const claimMs = 60_000

/** Tells by one route everything whose time has come. Only one worker does that for a route at a time. */
export async function sendDue(routeId: string, ports: NotificationPorts, { signal, workerId }: JobContext): Promise<JobResult> {
  const { notifications, ids } = ports
  const holder = `${workerId}-${ids.random(8)}`
  if (!(await notifications.claim(routeId, holder, claimMs))) return done // the route stays due, so it is looked at again soon
  try {
    while (!signal.aborted && (await sendBatch(routeId, ports, { signal, holder })));
    return done
  } finally {
    await notifications.release(routeId, holder)
  }
}

/** Handles the notices that are due. Returns whether there may be more. */
async function sendBatch(
  routeId: string,
  ports: NotificationPorts,
  { signal, holder }: { readonly signal: AbortSignal; readonly holder: string },
): Promise<boolean> {
  const { notifications, assignments } = ports
  const notices = await notifications.due(routeId, batch)
  if (notices.length === 0) return false
  const route = (await routesOf(ports.notificationRoutes)).find(({ id }) => id === routeId)
  if (!route) {
    await notifications.forget(routeId)
    return false
  }
  const told = await notifications.told(
    routeId,
    notices.map(({ subject }) => subject),
  )
  const clients = await Promise.all(notices.map(({ incident }) => clientsOf(incident.connectionIds, assignments)))
  const due = notices.map((notice, at) => ({ notice, told: told[at] ?? null, clientIds: clients[at] ?? [] }))
  const { done, waiting, tell } = sortDue(route, due, ports.clock.now())
  await notifications.settle(routeId, { done, waiting, told: [], delivery: null })
  for (const message of messagesOf(route, tell)) {
    if (signal.aborted || !(await notifications.claim(routeId, holder, claimMs))) return false
    await sendMessage(route, message, ports, signal)
  }
  return true
}

/** Which notices are told together: in a digest all of them, otherwise each alone. A test is told alone. */
function messagesOf({ digest }: StoredRoute, tell: readonly NoticeToTell[]): readonly (readonly NoticeToTell[])[] {
  const alone = tell.filter(({ notice }) => digest === 'off' || notice.isTest)
  const together = tell.filter((one) => !alone.includes(one))
  return [...alone.map((one) => [one]), ...(together.length === 0 ? [] : [together])]
}
