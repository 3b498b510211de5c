import type { ERPConnection } from '@linkspan/core'
import type { Client } from './client.ts'

/** Creates a connection to an ERP of this demo run, and deletes that of an earlier run, whose ERP no longer exists. */
export async function replaceConnection(
  client: Client,
  wanted: { readonly name: string; readonly provider: string },
): Promise<ERPConnection> {
  const existing = await client.call<ERPConnection[]>('GET', `/erp/connections?provider=${wanted.provider}`)
  for (const { id } of existing.filter(({ name }) => name === wanted.name)) await client.call('DELETE', `/erp/connections/${id}`)
  return client.call('POST', '/erp/connections', wanted)
}
