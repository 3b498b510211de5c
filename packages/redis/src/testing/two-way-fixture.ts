import type { ERPSyncLog, SourceRecord } from '@linkspan/core'
import { pagesOf } from '@linkspan/core/testing'
import { caller, type Harness, startHarness } from './harness.ts'

/** A scripted ERP, and one product in it that both sides write. */
export async function startTwoWay() {
  let serverOffsetMs: number | null = null
  const serverTime = () => (serverOffsetMs === null ? undefined : new Date(Date.now() + serverOffsetMs).toISOString())
  const pages: Harness['erp']['pages'] = (request) => pagesOf(shownByErp(), request, 10, serverTime())
  const harness: Harness = await startHarness((request, context) => pages(request, context))
  harness.startWorker()
  const { ledger } = harness.erp

  const shownByErp = (): SourceRecord[] =>
    ledger.records.map(({ erpId, fields, changedAt, version }) => ({
      id: erpId,
      fields: { ...fields, sourceUpdatedAt: changedAt, sourceVersion: String(version) },
      raw: fields,
      changedAt,
    }))

  const fixture = {
    harness,
    ledger,
    connectionId: '',
    /** A new connection to an ERP without records or peculiarities. */
    async reset(settings: Record<string, unknown> = {}) {
      for (const list of [ledger.records, ledger.calls, ledger.faults]) list.length = 0
      Object.assign(ledger, { normalise: (fields: Readonly<Record<string, unknown>>) => fields, showsSingleRecords: true })
      Object.assign(harness.erp, { isIncremental: true, pages })
      serverOffsetMs = null
      fixture.connectionId = await harness.connect({ timeout: 1000, retryAttempts: 3, maxDeleteShare: 1, ...settings })
    },
    /** The ERP tells its time, and its clock is ahead of ours by this much. */
    setErpClock(aheadMs: number) {
      serverOffsetMs = aheadMs
    },
    async write(record: Record<string, unknown>) {
      const { connectionId } = fixture
      const [written] = await harness.core.records.write(caller, {
        connectionId,
        dataType: 'products',
        records: [record as { id: string }],
      })
      return written
    },
    read: () => harness.core.records.get(fixture.connectionId, 'products', 'A'),
    run: async (request: Record<string, unknown>): Promise<ERPSyncLog> => harness.ended(await harness.start(fixture.connectionId, request)),
    push: () => fixture.run({ direction: 'push' }),
    pull: () => fixture.run({ direction: 'pull', mode: 'full' }),
    inErp: () => ledger.records[0]?.fields,
    edit: (fields: Record<string, unknown>, changedAt?: string) => ledger.change('ERP-1', fields, changedAt),
    conflicts: async () => (await harness.core.conflicts.list(fixture.connectionId, { limit: 10 })).items,
    entriesOf: async ({ id }: ERPSyncLog) => (await harness.core.runs.entries(id, { limit: 100 })).items,
    changesAfter: (position: number) => harness.core.records.changes(fixture.connectionId, 'products', position, 10),
    answersWithIdOnly: () => ledger.faults.push(...Array.from({ length: 20 }, () => 'silent' as const)),
    resolveBy: (conflictResolution: string) =>
      Promise.all(
        (['push', 'pull'] as const).map((direction) =>
          harness.core.syncConfigs.create(caller, {
            erpConnectionId: fixture.connectionId,
            dataType: 'products',
            direction,
            enabled: false,
            settings: { conflictResolution },
          } as Parameters<typeof harness.core.syncConfigs.create>[1]),
        ),
      ),
  }
  return fixture
}

export type TwoWay = Awaited<ReturnType<typeof startTwoWay>>

export const mug = (more: Record<string, unknown> = {}) => ({ id: 'A', name: 'Mug', price: '10.00', brand: 'None', ...more })
