import type { ERPChange, ERPConnection, ERPConnectionTestResult, ERPSyncLog } from '@linkspan/core'
import type { Client } from './client.ts'
import { demand, until } from './until.ts'

/** Where the demo's ERPs are inside the network of the containers, and what they want to hear. */
const erps = {
  rest: { provider: 'Custom', credentials: { apiUrl: 'http://erp-rest:4010', apiKey: 'demo-key' } },
  sap: { provider: 'SAP', credentials: { apiUrl: 'http://erp-sap:4011', username: 'LINKSPAN', password: 'Geheim!1' } },
} as const

/** The id of a new connection that nobody has tested. */
export async function connect(client: Client, name: string, kind: keyof typeof erps): Promise<string> {
  const settings = { enabledDataTypes: ['products'] }
  const asked = { name, connectionMethod: 'api', settings, ...erps[kind] }
  return (await client.call<ERPConnection>('POST', '/erp/connections', asked)).id
}

/** The id of a new connection that works. */
export async function connectAndTest(client: Client, name: string, kind: keyof typeof erps): Promise<string> {
  const id = await connect(client, name, kind)
  const { success, message } = await client.call<ERPConnectionTestResult>('POST', `/erp/connections/${id}/test`)
  demand(success, `The test of "${name}" failed: ${message}`)
  return id
}

export const logOf = (client: Client, { id }: ERPSyncLog): Promise<ERPSyncLog> => client.call('GET', `/erp/sync-logs/${id}`)

export const isOn = ({ status }: ERPSyncLog): boolean => status === 'scheduled' || status === 'syncing'

/** Starts a sync of products, and resolves when its first pages are stored. */
export async function startSync(client: Client, connectionId: string): Promise<ERPSyncLog> {
  const log = await client.call<ERPSyncLog>('POST', `/erp/connections/${connectionId}/sync`, { dataType: 'products' })
  await until(`${log.id} has pages`, async () => (await logOf(client, log)).pages >= 3)
  return log
}

/** Waits for the end, and demands a success in which every record was created, once, and is held. */
export async function proven(client: Client, started: ERPSyncLog, records: number): Promise<void> {
  await until(`${started.id} ends`, async () => !isOn(await logOf(client, started)))
  const { id, status, errorMessage, recordsCreated, recordsUpdated, recordsUnchanged, recordsFailed, attempts } = await logOf(
    client,
    started,
  )
  const counts = { recordsCreated, recordsUpdated, recordsUnchanged, recordsFailed, attempts }
  const once = { recordsCreated: records, recordsUpdated: 0, recordsUnchanged: 0, recordsFailed: 0, attempts: 1 }
  demand(
    status === 'success' && JSON.stringify(counts) === JSON.stringify(once),
    `${id} ended in ${status} ${errorMessage ?? ''} with ${JSON.stringify(counts)}, not ${JSON.stringify(once)}`,
  )
  const changed = await changedIds(client, started.erpConnectionId)
  demand(
    changed.length === records && new Set(changed).size === records,
    `${id}: ${changed.length} changes of ${new Set(changed).size} records, not ${records} of each`,
  )
}

/** The ids of all changes, as the platform follows them. */
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
