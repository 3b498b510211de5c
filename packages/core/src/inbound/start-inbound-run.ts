import { type AppError, toAppError } from '../kernel/errors.ts'
import type { DataTypeId } from '../records/data-types.ts'
import { type RunPorts, type RunRequest, type Started, startRun } from '../runs/start-run.ts'

type Options = Pick<RunRequest, 'debounce'>

/** Starts the run for something that an ERP has sent, or joins the one that waits. Throws as `startRun` does. */
export const startInboundRun = (connectionId: string, dataType: DataTypeId, ports: RunPorts, options: Options = {}): Promise<Started> =>
  startRun(
    {
      connectionId,
      dataType,
      direction: 'pull',
      mode: 'incremental',
      dryRun: false,
      force: false,
      trigger: 'webhook',
      createdBy: 'erp',
      ...options,
    },
    ports,
  )

/** The same for what waits already: returns why no run can start now, or null. Throws only `store.unavailable`. */
export async function tryInboundRun(connectionId: string, dataType: DataTypeId, ports: RunPorts): Promise<AppError | null> {
  try {
    await startInboundRun(connectionId, dataType, ports)
    return null
  } catch (thrown) {
    const error = toAppError(thrown)
    if (error.code === 'store.unavailable') throw error
    return error
  }
}
