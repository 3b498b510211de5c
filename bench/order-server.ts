import { type Child, startChild } from './child.ts'

/** An ERP that takes orders, and does nothing else: the same for both sides, in a process of its own. */
export interface OrderTaker extends AsyncDisposable {
  readonly url: string
  /** How many different orders it has, and how many came in all. */
  taken(): Promise<{ readonly different: number; readonly all: number }>
}

export async function startOrderTaker(): Promise<OrderTaker> {
  const child: Child<'start' | 'count', string> = startChild(new URL('./order-taker/main.ts', import.meta.url))
  const url = await child.ask('start')
  return {
    url,
    taken: async () => JSON.parse(await child.ask('count')) as { different: number; all: number },
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}
