import type { ERPChange, ERPConnection, ERPConnectionTestResult, ERPSyncLog } from '@linkspan/core'
import type { Client } from './client.ts'
import { assert, until } from './until.ts'

/** The demo's ERPs: their addresses in the containers' network, and their credentials. */
const erps = {
  rest: { provider: 'Custom', credentials: { apiUrl: 'http://erp-rest:4010', apiKey: 'demo-key' } },
  sap: { provider: 'SAP', credentials: { apiUrl: 'http://erp-sap:4011', username: 'LINKSPAN', password: 'Geheim!1' } },
} as const

/** Creates a connection without testing it, and returns its id. */
export async function connect(client: Client, name: string, kind: keyof typeof erps): Promise<string> {
  const settings = { enabledDataTypes: ['products'] }
  const body = { name, connectionMethod: 'api', settings, ...erps[kind] }
  return (await client.call<ERPConnection>('POST', '/erp/connections', body)).id
}

/** Creates a connection, tests it, and returns its id. Throws if the test fails. */
export async function connectAndTest(client: Client, name: string, kind: keyof typeof erps): Promise<string> {
  const id = await connect(client, name, kind)
  const { success, message } = await client.call<ERPConnectionTestResult>('POST', `/erp/connections/${id}/test`)
  assert(success, `The test of "${name}" failed: ${message}`)
  return id
}

export const logOf = (client: Client, { id }: ERPSyncLog): Promise<ERPSyncLog> => client.call('GET', `/erp/sync-logs/${id}`)

export const isRunning = ({ status }: ERPSyncLog): boolean => status === 'scheduled' || status === 'syncing'

/** Starts a sync of products. Resolves when its first pages are stored. */
export async function startSync(client: Client, connectionId: string): Promise<ERPSyncLog> {
  const log = await client.call<ERPSyncLog>('POST', `/erp/connections/${connectionId}/sync`, { dataType: 'products' })
  await until(`${log.id} has pages`, async () => (await logOf(client, log)).pages >= 3)
  return log
}

/** Waits for the end of a sync. Throws unless it succeeded, created every record exactly once, and each has one change in the feed. */
export async function proveSuccess(client: Client, started: ERPSyncLog, records: number): Promise<void> {
  await until(`${started.id} ends`, async () => !isRunning(await logOf(client, started)))
  const { id, status, errorMessage, recordsCreated, recordsUpdated, recordsUnchanged, recordsFailed, attempts } = await logOf(
    client,
    started,
  )
  const counts = { recordsCreated, recordsUpdated, recordsUnchanged, recordsFailed, attempts }
  const once = { recordsCreated: records, recordsUpdated: 0, recordsUnchanged: 0, recordsFailed: 0, attempts: 1 }
  assert(
    status === 'success' && JSON.stringify(counts) === JSON.stringify(once),
    `${id} ended with ${status} ${errorMessage ?? ''} with ${JSON.stringify(counts)}, not ${JSON.stringify(once)}`,
  )
  const changed = await changedIds(client, started.erpConnectionId)
  assert(
    changed.length === records && new Set(changed).size === records,
    `${id}: ${changed.length} changes of ${new Set(changed).size} records, not ${records} of each`,
  )
}

/** The ids of all changes in the feed, read as the platform does. */
async function changedIds(client: Client, connectionId: string): Promise<readonly string[]> {
  const ids: string[] = []
  for (let after = 0; ; ) {
    const path = `/erp/connections/${connectionId}/changes/products?after=${after}&limit=500`
    const { changes, next } = await client.call<{ changes: ERPChange[]; next: number }>('GET', path)
    if (changes.length === 0) return ids
    ids.push(...changes.map(({ id }) => id))
    after = next
  }
}
