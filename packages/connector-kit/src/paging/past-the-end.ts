import { AppError } from '@linkspan/core/connector'

const words =
  /out of (range|bounds)|beyond|past the (end|last)|no more|no such page|invalid page|page .{0,20}(not exist|not found|exceed)|exceeds/i

/** Whether a failure may mean that there is no such page any more: 404, 410, 416, or a refusal that says so. */
export function maySayPastTheEnd(thrown: unknown): thrown is AppError {
  if (!(thrown instanceof AppError)) return false
  if (thrown.code === 'setup.resource-missing') return true
  if (thrown.code !== 'setup.request-refused') return false
  const { status, answer } = thrown.details
  return status === 416 || words.test(String(answer ?? ''))
}
