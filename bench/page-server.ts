import { type Child, startChild } from './child.ts'

export interface PageServerOptions {
  readonly records: number
  readonly pageSize: number
  readonly row: 'whole' | 'small'
  /** The delay of each answer. */
  readonly latencyMs?: number
  /** Whether all pages are rendered in advance, so that serving costs next to nothing. */
  readonly prerendered?: boolean
  /** Whether each request is reported as an event. That costs time, so only measurements that need it turn it on. */
  readonly announces?: boolean
}

/** An incoming request, timed by the monotonic clock of the machine. */
export interface Arrival {
  readonly atNs: string
  readonly page: number
  /** The number of the TCP connection. Different clients have different connections. */
  readonly connection: number
}

/** A REST ERP with one data type, in a process of its own. Both sides of a measurement use the same one. */
export interface PageServer extends AsyncDisposable {
  readonly url: string
  /** Resolves with the next request after this call that fits. */
  nextArrival(fits?: (arrival: Arrival) => boolean): Promise<Arrival>
}

export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const child: Child<PageServerOptions, string, Arrival> = startChild(new URL('./page-server/main.ts', import.meta.url))
  let onArrival: (arrival: Arrival) => void = () => {}
  child.onEvent((arrival) => onArrival(arrival))
  return {
    url: await child.ask(options),
    nextArrival: (fits = () => true) =>
      new Promise((resolve) => {
        onArrival = (arrival) => {
          if (fits(arrival)) resolve(arrival)
        }
      }),
    [Symbol.asyncDispose]: () => child[Symbol.asyncDispose](),
  }
}
