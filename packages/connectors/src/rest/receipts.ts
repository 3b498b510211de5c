import { type AcceptedRecord, AppError, type ConnectorState, type DataTypeId } from '@linkspan/core/connector'
import type { JobProgress } from './job-progress.ts'

/** How long until a record that was accepted for later is looked for again. */
const pauseMs = 30_000

/** Kept if the ERP does not say where its progress is shown. */
const noJob = '1'

/** Remembers the records that the ERP has accepted for later, so that they are not sent again while they are not there yet. */
export function createReceipts(state: ConnectorState, dataType: DataTypeId) {
  const nameOf = (reference: string): string => `receipt:${dataType}:${reference}`
  const drop = (reference: string): Promise<void> => state.write({ [nameOf(reference)]: null })
  return {
    /** `jobPath`: where the ERP shows the progress. */
    keep: (reference: string, jobPath: string | null): Promise<void> => state.write({ [nameOf(reference)]: jobPath ?? noJob }),
    drop,
    /**
     * What a look-up has found. If it has found nothing of a record that was accepted for later, the job decides: a failed one has made no
     * record. Throws `push.unsettled` if the job has not failed, or if there is none.
     */
    async settle(
      reference: string,
      found: AcceptedRecord | null,
      ask: (jobPath: string) => Promise<JobProgress>,
    ): Promise<AcceptedRecord | null> {
      const [kept] = await state.read([nameOf(reference)])
      if (kept === null || kept === undefined) return found
      const progress = found === null && kept !== noJob ? await ask(kept) : null
      if (found === null && progress?.kind !== 'failed' && progress?.kind !== 'accepted') {
        const message = `The ERP has accepted ${reference} for later, and does not show it yet`
        throw new AppError('push.unsettled', message, { retryAfterMs: pauseMs, details: { reference } })
      }
      await drop(reference)
      return progress?.kind === 'accepted' ? progress.record : found
    },
  }
}
