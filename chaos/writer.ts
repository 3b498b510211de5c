import { setTimeout as delay } from 'node:timers/promises'
import type { ERPRecord } from '@linkspan/core'
import type { Client } from '../script/sandbox/client.ts'
import { insist } from './api.ts'
import { anOrder, type Essence, essenceOf } from './orders.ts'
import type { Random } from './random.ts'

/** The system's side of one customer: it writes orders, and changes where they go. */
export interface Writer {
  /** The orders whose writing was acknowledged, as they were written last. */
  readonly acknowledged: ReadonlyMap<string, Essence>
  live(signal: AbortSignal): Promise<void>
}

export function createWriter(client: Client, connectionId: string, name: string, random: Random): Writer {
  const acknowledged = new Map<string, Essence>()
  const path = `/erp/connections/${connectionId}/records/orders`
  let written = 0

  async function writeSome(): Promise<void> {
    const orders = Array.from({ length: random.integer(1, 5) }, () => {
      written += 1
      return anOrder(written, `${name}-${written}`)
    })
    const taken = await insist(() => client.call<ERPRecord[]>('POST', path, orders))
    const ids = new Set(taken?.map(({ id }) => id))
    for (const order of orders) if (ids.has(order.id)) acknowledged.set(order.id, essenceOf(order))
  }

  async function changeOne(): Promise<void> {
    const [id, before] = random.pick([...acknowledged])
    const city = `${before.city}!`
    const taken = await insist(() => client.call<ERPRecord[]>('POST', path, [{ id, shipTo: { name: id, city } }]))
    if (taken) acknowledged.set(id, { ...before, city })
  }

  return {
    acknowledged,
    async live(signal) {
      while (!signal.aborted) {
        await writeSome()
        if (random.next() < 0.3) await changeOne()
        await delay(random.integer(150, 600))
      }
    },
  }
}
