import { setTimeout as delay } from 'node:timers/promises'
import type { ERPRecord } from '@linkspan/core'
import { normaliseRow, type Row } from '@linkspan/simulators'
import type { Client } from '../script/sandbox/client.ts'
import { retry } from './api.ts'
import { erpForms } from './erp-forms.ts'
import { anOrder, shipToOf } from './orders.ts'
import type { Random } from './random.ts'

/** An acknowledged order, and how often our side has changed it since. */
export interface Written {
  readonly number: number
  readonly edition: number
}

/** Our side of one customer: writes orders and changes their delivery addresses. */
export interface Writer {
  readonly acknowledged: ReadonlyMap<string, Written>
  run(signal: AbortSignal): Promise<void>
  /** Writes again what Redis has lost in a failover. Returns how many orders that were. */
  writeLostAgain(): Promise<number>
}

/** Whether an order has this city, as we wrote it or in the ERP's form. */
function hasCity({ data }: ERPRecord, city: string): boolean {
  const { shipTo } = data as { readonly shipTo?: { readonly city?: string } }
  const inErp = normaliseRow({ shipTo: { city } } as unknown as Row, erpForms) as unknown as { readonly shipTo: { readonly city: string } }
  return shipTo?.city === city || shipTo?.city === inErp.shipTo.city
}

export interface WriterOptions {
  readonly client: Client
  readonly connectionId: string
  readonly name: string
  /** Whether Redis may lose an order that it has acknowledged: it cannot be changed then. */
  readonly mayLoseWrites: boolean
}

export function createWriter({ client, connectionId, name, mayLoseWrites }: WriterOptions, random: Random): Writer {
  const acknowledged = new Map<string, Written>()
  const path = `/erp/connections/${connectionId}/records/orders`
  const post = (orders: readonly object[]) => retry(() => client.call<ERPRecord[]>('POST', path, orders))
  let written = 0

  async function writeSome(): Promise<void> {
    const numbers = Array.from({ length: random.integer(1, 5) }, (_, at) => written + at + 1)
    written += numbers.length
    const records = await post(numbers.map((number) => anOrder(`${name}-${number}`, number)))
    if (records.length !== numbers.length) throw new Error(`${numbers.length} orders were written, ${records.length} acknowledged`)
    for (const number of numbers) acknowledged.set(`${name}-${number}`, { number, edition: 0 })
  }

  async function changeOne(): Promise<void> {
    const [id, { number, edition }] = random.pick([...acknowledged])
    const isChanged = await post([{ id, shipTo: shipToOf(number, edition + 1) }]).then(
      () => true,
      (error: unknown) => {
        if (mayLoseWrites && /answered 422/.test(String(error))) return false
        throw error
      },
    )
    if (isChanged) acknowledged.set(id, { number, edition: edition + 1 })
  }

  return {
    acknowledged,
    async run(signal) {
      while (!signal.aborted) {
        await writeSome()
        if (random.next() < 0.3) await changeOne()
        await delay(random.integer(100, 400))
      }
    },
    async writeLostAgain() {
      let count = 0
      for (const [id, { number, edition }] of acknowledged) {
        const record = await retry(() => client.call<ERPRecord>('GET', `${path}/${id}`)).catch((error: unknown) => {
          if (!/answered 404/.test(String(error))) throw error
          return null
        })
        const shipTo = shipToOf(number, edition)
        if (record !== null && hasCity(record, shipTo.city)) continue
        count += 1
        await post([record === null ? { ...anOrder(id, number), shipTo } : { id, shipTo }])
      }
      return count
    },
  }
}
