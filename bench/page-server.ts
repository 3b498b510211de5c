import { type Child, startChild } from './child.ts'

export interface PageServerOptions {
  readonly records: number
  readonly pageSize: number
  readonly row: 'whole' | 'small'
  /** How long an answer takes. */
  readonly latencyMs?: number
  /** Whether every page is written before the first is asked for, so that serving costs next to nothing. */
  readonly kept?: boolean
  /** Whether each request is told of; this costs time, so only where it is what is measured. */
  readonly announces?: boolean
}

/** A request as it came in, by the machine's own steady clock. */
export interface Arrival {
  readonly atNs: string
  readonly page: number
  /** Counts the TCP connections: another one comes from another client. */
  readonly connection: number
}

/** The ERP of every measurement, the same for both sides: a REST API of one data type, in a process of its own. */
export interface PageServer extends AsyncDisposable {
  readonly url: string
  /** The next request that fits and came after this was called. */
  nextArrival(fits?: (arrival: Arrival) => boolean): Promise<Arrival>
}

export async function startPageServer(options: PageServerOptions): Promise<PageServer> {
  const child: Child<PageServerOptions, string, Arrival> = startChild(new URL('./page-server/main.ts', import.meta.url))
  let onArrival: (arrival: Arrival) => void = () => {}
  child.onNews((arrival) => onArrival(arrival))
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
