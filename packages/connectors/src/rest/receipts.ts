import { type AcceptedRecord, AppError, type ConnectorState, type DataTypeId } from '@linkspan/core/connector'

/** How long until a record that was accepted for later is looked for again. */
const pauseMs = 30_000

/** Remembers the records that the ERP has accepted for later, so that they are not sent again while they are not there yet. */
export function createReceipts(state: ConnectorState, dataType: DataTypeId) {
  const nameOf = (reference: string): string => `receipt:${dataType}:${reference}`
  return {
    keep: (reference: string): Promise<void> => state.write({ [nameOf(reference)]: '1' }),
    /** What a look-up has found. Throws `push.unsettled` if it has found nothing of a record that was accepted for later. */
    async settle(reference: string, found: AcceptedRecord | null): Promise<AcceptedRecord | null> {
      const name = nameOf(reference)
      const [kept] = await state.read([name])
      if (kept === null || kept === undefined) return found
      if (found === null) {
        const message = `The ERP has accepted ${reference} for later, and does not show it yet`
        throw new AppError('push.unsettled', message, { retryAfterMs: pauseMs, details: { reference } })
      }
      await state.write({ [name]: null })
      return found
    },
  }
}
