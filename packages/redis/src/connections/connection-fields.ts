import {
  type Connection,
  type ConnectionFindings,
  ConnectionMethod,
  ConnectionSettings,
  ConnectionStatus,
  dataTypeIds,
  providers,
  type RunFindings,
  TestSummary,
} from '@linkspan/core'
import { z } from 'zod'
import { toCircuit } from './circuit-fields.ts'

/** What a person has entered: a schedule was checked when it was. A setting that was introduced after the connection was stored gets its default. */
const Doc = z.object({
  name: z.string(),
  provider: z.enum(providers),
  connectionMethod: ConnectionMethod,
  credentials: z.record(z.string(), z.unknown()),
  settings: z.looseObject({ ...ConnectionSettings.shape, syncSchedule: z.string().optional() }),
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: z.string(),
})

export const toDoc = ({ name, provider, connectionMethod, credentials, settings, createdAt, updatedAt, createdBy }: Connection): string =>
  JSON.stringify({ name, provider, connectionMethod, credentials, settings, createdAt, updatedAt, createdBy })

/** What workers found out, as fields of the connection's hash. */
export const toFields = ({ status, lastTestedAt, health }: ConnectionFindings): Record<string, string> => ({
  ...(status && { status }),
  ...(lastTestedAt && { lastTestedAt }),
  ...(health && { health: JSON.stringify(health) }),
})

/** Reads a connection from its hash. Null if the hash does not exist. */
export function toConnection(id: string, stored: Readonly<Record<string, string>>): Connection | null {
  if (!stored.doc) return null
  const circuit = toCircuit(stored)
  return {
    id,
    ...Doc.parse(JSON.parse(stored.doc)),
    sealed: JSON.parse(stored.sealed ?? '{}'),
    status: ConnectionStatus.parse(stored.status),
    revision: Number(stored.revision),
    runs: toRunFindings(stored),
    ...(circuit && { circuit }),
    ...(stored.lastTestedAt && { lastTestedAt: stored.lastTestedAt }),
    ...(stored.lastSyncAt && { lastSyncAt: stored.lastSyncAt }),
    ...(stored.health && { health: TestSummary.parse(JSON.parse(stored.health)) }),
  }
}

/** What the ends of runs have left in a connection's hash. */
const toRunFindings = (stored: Readonly<Record<string, string>>): RunFindings => ({
  lastSuccessAt: stored.lastSuccessAt ?? null,
  healthySince: stored.healthySince ?? null,
  failures: dataTypeIds.flatMap((dataType) => {
    const field = `failures:${dataType}`
    const [count, since, reason = ''] = [stored[field], stored[`${field}:since`], stored[`${field}:reason`]]
    return count && since ? [{ dataType, count: Number(count), since, reason }] : []
  }),
})
