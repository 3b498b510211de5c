import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { until } from './product.ts'

/** The processor time of Redis' main thread so far, in µs. */
export async function redisCpuMicros(client: Redis): Promise<number> {
  const info = await client.info('cpu')
  const [, user = '0'] = /used_cpu_user_main_thread:([\d.]+)/.exec(info) ?? []
  const [, system = '0'] = /used_cpu_sys_main_thread:([\d.]+)/.exec(info) ?? []
  return (Number(user) + Number(system)) * 1e6
}

const lookMs = 500
/** Of its processor, when nobody asks it anything. */
const idleShare = 0.02

/** Resolves when Redis has nothing to do. */
export const untilIdle = (client: Redis): Promise<void> =>
  until(async () => {
    const before = await redisCpuMicros(client)
    await sleep(lookMs)
    return (await redisCpuMicros(client)) - before < lookMs * 1000 * idleShare
  })
