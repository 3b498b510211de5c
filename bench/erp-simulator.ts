import { type Child, startChild } from './child.ts'
import type { ErpConnection, ErpName } from './erp-simulator/erps.ts'

/** A call that an ERP has received. */
export interface ErpCall {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export type ErpRequest =
  | { readonly kind: 'start'; readonly name: ErpName; readonly records: number }
  | { readonly kind: 'state'; readonly latest: number }

export interface ErpReply {
  readonly url: string
  readonly connection: ErpConnection
  readonly callCount: number
  readonly latest: readonly ErpCall[]
  readonly storedOrders: number
  readonly duplicateOrders: number
}

/** A simulated ERP in a process of its own. Both sides of a measurement use the same one. */
export interface ErpSimulator extends AsyncDisposable {
  readonly url: string
  readonly connection: ErpConnection
  /** All calls so far, and the orders that were written. */
  state(): Promise<Omit<ErpReply, 'latest'>>
  /** The latest calls, at most the last 10,000. */
  latestCalls(count: number): Promise<readonly ErpCall[]>
}

export async function startErpSimulator(name: ErpName, records: number): Promise<ErpSimulator> {
  const child: Child<ErpRequest, ErpReply> = startChild(new URL('./erp-simulator/main.ts', import.meta.url), { fromSources: true })
  const { url, connection } = await child.ask({ kind: 'start', name, records })
  return {
    url,
    connection,
    state: () => child.ask({ kind: 'state', latest: 0 }),
    latestCalls: async (count) => (await child.ask({ kind: 'state', latest: count })).latest,
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}
