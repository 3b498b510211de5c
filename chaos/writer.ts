import { setTimeout as delay } from 'node:timers/promises'
import type { ERPRecord } from '@linkspan/core'
import type { Client } from '../script/sandbox/client.ts'
import { insist } from './api.ts'
import { anOrder, shipToOf } from './orders.ts'
import type { Random } from './random.ts'

/** An order that was acknowledged, and how often the system has changed it since. */
export interface Written {
  readonly number: number
  readonly edition: number
}

/** The system's side of one customer: it writes orders, and changes where they go. */
export interface Writer {
  readonly acknowledged: ReadonlyMap<string, Written>
  live(signal: AbortSignal): Promise<void>
}

export function createWriter(client: Client, connectionId: string, name: string, random: Random): Writer {
  const acknowledged = new Map<string, Written>()
  const path = `/erp/connections/${connectionId}/records/orders`
  const post = (orders: readonly object[]) => insist(() => client.call<ERPRecord[]>('POST', path, orders))
  let written = 0

  async function writeSome(): Promise<void> {
    const numbers = Array.from({ length: random.integer(1, 5) }, (_, at) => written + at + 1)
    written += numbers.length
    const taken = await post(numbers.map((number) => anOrder(`${name}-${number}`, number)))
    if (taken.length !== numbers.length) throw new Error(`${numbers.length} orders were written, ${taken.length} acknowledged`)
    for (const number of numbers) acknowledged.set(`${name}-${number}`, { number, edition: 0 })
  }

  async function changeOne(): Promise<void> {
    const [id, { number, edition }] = random.pick([...acknowledged])
    await post([{ id, shipTo: shipToOf(number, edition + 1) }])
    acknowledged.set(id, { number, edition: edition + 1 })
  }

  return {
    acknowledged,
    async live(signal) {
      while (!signal.aborted) {
        await writeSome()
        if (random.next() < 0.3) await changeOne()
        await delay(random.integer(100, 400))
      }
    },
  }
}
