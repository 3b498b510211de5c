import type { Redis } from 'ioredis'

/** The processor time of Redis' main thread so far, in µs. */
export async function redisCpuMicros(client: Redis): Promise<number> {
  const info = await client.info('cpu')
  const [, user = '0'] = /used_cpu_user_main_thread:([\d.]+)/.exec(info) ?? []
  const [, system = '0'] = /used_cpu_sys_main_thread:([\d.]+)/.exec(info) ?? []
  return (Number(user) + Number(system)) * 1e6
}
