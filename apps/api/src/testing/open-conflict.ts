import type { DataTypeId, ERPConflict } from '@linkspan/core'
import type { Harness } from './harness.ts'

export interface OpenedConflict {
  readonly connectionId: string
  /** Distinguishes the conflicts of a connection. */
  readonly recordId: string
  readonly dataType?: DataTypeId
  readonly foundAt?: Date
  /** What the ERP and the system have made of the fields. */
  readonly erp?: Readonly<Record<string, unknown>>
  readonly system?: Readonly<Record<string, unknown>>
}

const agreed = { sku: 'GS-1000017', name: 'Steel bolt', price: '12.50', currency: 'EUR' }

/** Stores a record with an open conflict, as a run leaves it; answers the id of the conflict. */
export async function openConflict({ ports }: Harness, given: OpenedConflict): Promise<string> {
  const {
    connectionId,
    recordId,
    dataType = 'products',
    foundAt = new Date(),
    erp = { price: '13.00' },
    system = { price: '12.90' },
  } = given
  const time = foundAt.getTime().toString(36).padStart(9, '0')
  const id = `conflict_${connectionId.slice('erp_'.length)}${time}${recordId.padStart(6, '0').slice(-6).toLowerCase()}`
  const [theirs, ours] = [
    { ...agreed, ...erp },
    { ...agreed, ...system },
  ]
  const paths = Object.keys({ ...erp, ...system })
  const conflict: ERPConflict = {
    id,
    erpConnectionId: connectionId,
    dataType,
    recordId,
    erpId: `ERP-${recordId}`,
    reason: 'both_changed',
    explanation: 'Both have changed it.',
    detectedAt: foundAt.toISOString(),
    syncLogId: null,
    fields: paths.map((path) => ({ path, base: readPath(agreed, path), erp: readPath(theirs, path), system: readPath(ours, path) })),
    erp: { changedAt: null, data: theirs },
    system: { changedAt: foundAt.toISOString(), data: ours },
  }
  const entry = {
    status: 'conflict' as const,
    source: 'system' as const,
    erpId: conflict.erpId,
    erpVersion: null,
    reference: recordId,
    revision: 1,
    changedAt: foundAt.toISOString(),
    base: { ours: agreed, theirs: agreed, unconfirmed: [] },
    sent: null,
    isEchoAwaited: false,
    pushed: null,
    revertedHashes: [],
    error: null,
    conflictId: id,
    conflictReason: 'both_changed' as const,
    written: null,
    normalised: {},
  }
  const content = { json: JSON.stringify(ours), hash: recordId.padEnd(22, '.') }
  await ports.outbox.change({ connectionId, dataType }, [{ id: recordId, version: 0, entry, content, conflict: { opens: conflict } }])
  return id
}

const readPath = (data: Readonly<Record<string, unknown>>, path: string): unknown => data[path] ?? null
