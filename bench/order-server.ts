import { type Child, startChild } from './child.ts'

/** An ERP that only accepts orders, in a process of its own. Both sides use the same one. */
export interface OrderServer extends AsyncDisposable {
  readonly url: string
  /** The number of different orders, and the number of requests. */
  received(): Promise<{ readonly different: number; readonly all: number }>
}

export async function startOrderServer(): Promise<OrderServer> {
  const child: Child<'start' | 'count', string> = startChild(new URL('./order-server/main.ts', import.meta.url))
  const url = await child.ask('start')
  return {
    url,
    received: async () => JSON.parse(await child.ask('count')) as { different: number; all: number },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}
