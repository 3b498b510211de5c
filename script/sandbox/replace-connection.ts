import type { ERPConnection } from '@linkspan/core'
import type { Client } from './client.ts'

/** A connection for an ERP of this start alone: the one of the start before, whose ERP is gone, is deleted. */
export async function connectAnew(client: Client, wanted: { readonly name: string; readonly provider: string }): Promise<ERPConnection> {
  const known = await client.call<ERPConnection[]>('GET', `/erp/connections?provider=${wanted.provider}`)
  for (const { id } of known.filter(({ name }) => name === wanted.name)) await client.call('DELETE', `/erp/connections/${id}`)
  return client.call('POST', '/erp/connections', wanted)
}
