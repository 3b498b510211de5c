import type { Run, RunQuery } from '@linkspan/core'

/** The indexes that hold what a query wants, by attribute. */
export const indexesFor = ({ dataType, status }: RunQuery): readonly string[] => {
  const names = [dataType && `type:${dataType}`, status && `status:${status}`].filter((name) => name !== undefined)
  return names.length > 0 ? names : ['all']
}

/** Whether indexes alone decide what belongs to a query. */
export const isIndexed = ({ since, until, trigger, q, ofConnection }: RunQuery): boolean =>
  [since, until, trigger, q, ofConnection].every((filter) => filter === undefined)

/** Whether a run belongs to a query. */
export async function isWanted(run: Run, { dataType, status, since, until, trigger, q, ofConnection }: RunQuery): Promise<boolean> {
  const begun = run.startedAt ?? run.queuedAt
  return (
    (dataType === undefined || run.dataType === dataType) &&
    (status === undefined || run.status === status) &&
    (trigger === undefined || run.trigger === trigger) &&
    (since === undefined || begun >= since) &&
    (until === undefined || begun <= until) &&
    (q === undefined || says(run, q)) &&
    (ofConnection === undefined || (await ofConnection(run.connectionId)))
  )
}

/** Whether all words stand in the id of the run, or in the code and the message of its error. */
function says({ id, error }: Run, q: string): boolean {
  const text = `${id} ${error?.code ?? ''} ${error?.message ?? ''}`.toLowerCase()
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
