import { AppError } from '../kernel/errors.ts'
import type { Reject } from '../records/reject.ts'
import type { Counts } from '../runs/run.ts'
import { isPulling, type OpenRun, type PhaseResult } from './open-run.ts'

/** A smaller pull may have a few odd records, unless it has nothing else. */
const fewest = 10
/** How many rejects are looked at for the commonest reason. */
const maxLookedAt = 100

/** The phase that ends a pull with an error if so much of it was rejected that it cannot be called a success. The watermark stays. */
export async function judgeRejects({ execution, ports, connection, ...open }: OpenRun): Promise<PhaseResult> {
  const { counts, run } = execution
  const { maxRejectShare } = connection.settings
  if (isPulling({ execution, ...open }) && isTooMany(counts, maxRejectShare)) {
    const { items } = await ports.runs.rejects(run.id, { limit: maxLookedAt })
    throw tooManyRejects(counts, maxRejectShare, commonestReason(items))
  }
  return 'done'
}

/** Whether all records that were read were rejected, or more than `maxShare` of at least ten. */
export const isTooMany = ({ read, rejected }: Pick<Counts, 'read' | 'rejected'>, maxShare: number): boolean =>
  rejected > 0 && (rejected >= read || (read >= fewest && rejected > read * maxShare))

/** The reason that most rejects have in common, with the value of the first of them; null if there are none. */
export function commonestReason(rejects: readonly Reject[]): string | null {
  const counted = new Map<string, { count: number; example: string }>()
  for (const { recordId, errors } of rejects) {
    for (const { path, message, value } of errors.slice(0, 1)) {
      const reason = path === '' ? message : `${path}: ${message}`
      const example = `record "${recordId}"${value === null || value === undefined ? '' : `, ${JSON.stringify(value)?.slice(0, 100)}`}`
      const before = counted.get(reason)
      counted.set(reason, { count: (before?.count ?? 0) + 1, example: before?.example ?? example })
    }
  }
  const [commonest] = [...counted].sort(([, one], [, other]) => other.count - one.count)
  return commonest ? `${commonest[0]} (${commonest[1].example})` : null
}

function tooManyRejects({ read, rejected }: Counts, maxRejectShare: number, reason: string | null): AppError {
  const why = reason === null ? '' : `. The commonest reason is ${reason}`
  const share = rejected >= read ? 'All' : `${rejected} of`
  const allowed = rejected >= read ? '' : `, more than the ${Math.round(maxRejectShare * 100)} % that may be`
  return new AppError('run.too-many-rejects', `${share} ${read} records were rejected${allowed}${why}`, {
    details: { read, rejected, maxRejectShare, ...(reason !== null && { reason }) },
  })
}
