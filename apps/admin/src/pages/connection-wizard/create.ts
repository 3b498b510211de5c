import { assignClient, createConnection, exchangeBothWays, startFullSync } from '../../api/connections.ts'
import type { DataType } from '../../api/names.ts'
import type { Provider } from '../../api/providers.ts'
import { type Draft, toConnection } from './draft.ts'

/** What has been made of a draft so far, so that a second try goes on from there. */
export interface Made {
  connectionId?: string
  /** The data types that are exchanged both ways already. */
  configured: DataType[]
  isAssigned?: boolean
}

/** Creates the connection, with what belongs to it, and if it is active starts its first full syncs. Returns the first of those runs. */
export async function createFrom(draft: Draft, provider: Provider, isActive: boolean, made: Made): Promise<string | undefined> {
  made.connectionId ??= (await createConnection(toConnection(draft, provider, isActive))).id
  const id = made.connectionId
  for (const [dataType, policy] of Object.entries(draft.policies) as [DataType, Draft['policies'][DataType]][]) {
    if (!policy || made.configured.includes(dataType)) continue
    await exchangeBothWays(id, dataType, policy)
    made.configured.push(dataType)
  }
  if (draft.clientId.trim() !== '' && !made.isAssigned) {
    await assignClient(draft.clientId.trim(), id)
    made.isAssigned = true
  }
  if (!isActive) return undefined
  const enabled = draft.settings.enabledDataTypes as readonly DataType[]
  const pulled = provider.dataTypes.filter(({ dataType, directions }) => directions.includes('pull') && enabled.includes(dataType))
  const runs: string[] = []
  for (const { dataType } of pulled) runs.push((await startFullSync(id, dataType)).id)
  return runs[0]
}
