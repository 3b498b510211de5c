import { setTimeout as delay } from 'node:timers/promises'
import type { RestErp } from '@linkspan/simulators'
import type { Random } from './random.ts'

const days = Array.from({ length: 22 }, (_, at) => `2026-12-${10 + at}`)
const states = ['processing', 'shipped', 'on_hold'] as const

/** The fields of an order that only people in the ERP change. */
export type EditedFields = Readonly<Record<'requestedDeliveryDate' | 'status', string>>

/** What people do in the ERP: they change prices and orders, enter orders of their own, and delete some of those. */
export interface ErpEdits {
  /** The latest edits of each order, by the ERP's id. */
  readonly changed: ReadonlyMap<string, Partial<EditedFields>>
  /** The ids of orders that were entered in the ERP and deleted again. */
  readonly removed: ReadonlySet<string>
  run(signal: AbortSignal): Promise<void>
  /** Deletes one of those orders. */
  removeOne(): void
}

export function createErpEdits(erp: RestErp, random: Random): ErpEdits {
  const changed = new Map<string, Partial<EditedFields>>()
  const added = new Set<string>()
  const removed = new Set<string>()
  addOrder()

  function addOrder(): void {
    added.add(erp.add('orders').id)
  }

  function changeOrder(): void {
    const { id } = random.pick([...erp.dataset.orders])
    const change = random.next() < 0.5 ? { requestedDeliveryDate: random.pick(days) } : { status: random.pick(states) }
    erp.change('orders', id, change)
    changed.set(id, { ...changed.get(id), ...change })
  }

  function removeOrder(id: string | undefined): void {
    if (id === undefined) return
    erp.remove('orders', id)
    added.delete(id)
    removed.add(id)
  }

  function act(): void {
    const chance = random.next()
    if (chance < 0.5) erp.change('products', random.pick([...erp.dataset.products]).id, { price: `${random.integer(1, 99)}.00` })
    else if (chance < 0.6) addOrder()
    else if (chance < 0.65) removeOrder(random.pick([...added]))
    else changeOrder()
  }

  return {
    changed,
    removed,
    async run(signal) {
      while (!signal.aborted) {
        act()
        await delay(random.integer(50, 300))
      }
      if (added.size === 0) addOrder()
    },
    removeOne: () => removeOrder([...added][0]),
  }
}
