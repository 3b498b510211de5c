import { setTimeout as delay } from 'node:timers/promises'
import type { RestErp } from '@linkspan/simulators'
import type { Random } from './random.ts'

const days = Array.from({ length: 22 }, (_, at) => `2026-12-${10 + at}`)
const states = ['processing', 'shipped', 'on_hold'] as const

/** What the ERP's people said last of an order: the system never changes these fields. */
export type Said = Readonly<Record<'requestedDeliveryDate' | 'status', string>>

/** The people in an ERP: they change prices and any order, take orders by telephone, and delete some of these. */
export interface ErpEdits {
  /** By the ERP's id. */
  readonly said: ReadonlyMap<string, Partial<Said>>
  /** Orders that were added by them, and are gone again. */
  readonly removed: ReadonlySet<string>
  live(signal: AbortSignal): Promise<void>
}

export function createErpEdits(erp: RestErp, random: Random): ErpEdits {
  const said = new Map<string, Partial<Said>>()
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
    said.set(id, { ...said.get(id), ...change })
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
    said,
    removed,
    async live(signal) {
      while (!signal.aborted) {
        act()
        await delay(random.integer(50, 300))
      }
      removeOrder([...added][0])
    },
  }
}
