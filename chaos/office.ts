import { setTimeout as delay } from 'node:timers/promises'
import type { RestErp } from '@linkspan/simulators'
import type { Random } from './random.ts'

/** The people in an ERP: they change prices and delivery dates, take orders by telephone, and delete some of these. */
export function createOffice(erp: RestErp, random: Random) {
  const own: string[] = []

  function act(): void {
    const chance = random.next()
    if (chance < 0.6)
      return void erp.change('products', random.pick([...erp.dataset.products]).id, { price: `${random.integer(1, 99)}.00` })
    if (chance < 0.7) return void own.push(erp.add('orders').id)
    if (chance < 0.75 && own.length > 0) return void erp.remove('orders', own.splice(random.integer(0, own.length - 1), 1)[0] ?? '')
    const { id } = random.pick([...erp.dataset.orders])
    erp.change('orders', id, { requestedDeliveryDate: `2026-12-${String(random.integer(10, 31))}` })
  }

  return {
    async live(signal: AbortSignal): Promise<void> {
      while (!signal.aborted) {
        act()
        await delay(random.integer(50, 300))
      }
    },
  }
}
