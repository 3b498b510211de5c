import type { Pager } from './pager.ts'

/** One answer has everything. */
export const pageOnce: Pager = async function* (paging) {
  const answer = await paging.ask({})
  yield { records: answer.records, answer, next: null }
}
