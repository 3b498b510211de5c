import { serveParent } from '../child.ts'
import type { ErpReply, ErpRequest } from '../erp-simulator.ts'
import { startErp } from './erps.ts'

let started: Awaited<ReturnType<typeof startErp>> | null = null

serveParent(async (request: ErpRequest): Promise<ErpReply> => {
  if (request.kind === 'start') started = await startErp(request.name, request.records)
  if (started === null) throw new Error('The ERP is not started')
  const { simulator, connection } = started
  const { stored, duplicates } = simulator.writeLog.summary()
  const calls = request.kind === 'state' ? simulator.requests.slice(-request.latest) : []
  return {
    url: simulator.url,
    connection,
    callCount: simulator.requestCount,
    latest: request.kind === 'state' && request.latest > 0 ? calls : [],
    storedOrders: stored,
    duplicateOrders: duplicates.length,
  }
})
