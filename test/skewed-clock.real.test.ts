import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

const hour = 3_600_000
const sleep = () => new Promise((resolve) => setTimeout(resolve, 100))

test('a worker whose clock is an hour ahead says so and takes no schedules, and its runs have the right times', async () => {
  await using erp = await startRestErp({ dataset: { products: 5 }, paging: 'none', auth: { kind: 'bearer', token: 'erp-token-1' } })
  await using stack = await startStack({ workers: 0, env: { SCHEDULE_JITTER_MS: '0' } })
  await stack.startWorker({ SKEWED_CLOCK_MS: String(hour) })
  const began = Date.now()
  const { id } = await stack.connect({
    credentials: { apiUrl: erp.url, oauthToken: 'erp-token-1' },
    settings: { syncSchedule: '* * * * * *', enabledDataTypes: ['products'] },
  })

  const asked = await stack.sync(id)
  expect(asked.status).toBe('success')
  expect(Math.abs(Date.parse(asked.startedAt) - Date.now())).toBeLessThan(hour / 2)
  expect(asked.duration).toBeGreaterThanOrEqual(0)

  const readiness = async () => (await fetch(`${stack.url}/readyz`)).json() as Promise<{ readonly warnings?: readonly string[] }>
  while (!(await readiness()).warnings?.some((warning) => warning.includes('ahead of the clock of Redis'))) await sleep()
  expect(stack.output()).toContain('clock differs from the clock of Redis')
  const scheduled = async () =>
    (await stack.client.call<{ readonly trigger: string; readonly startedAt: string }[]>('GET', '/erp/sync-logs?limit=1000')).filter(
      ({ trigger }) => trigger === 'schedule',
    )
  expect(await scheduled()).toEqual([])

  await stack.startWorker()
  while ((await scheduled()).length < 2) await sleep()
  for (const { startedAt } of await scheduled()) {
    expect(Date.parse(startedAt)).toBeGreaterThanOrEqual(began)
    expect(Date.parse(startedAt)).toBeLessThan(Date.now() + 1)
  }
  const slots = await stack.client.call<{ readonly dueAt: string }[]>('GET', `/erp/connections/${id}/slots/products`)
  expect(slots.length).toBeGreaterThan(0)
  for (const { dueAt } of slots) expect(Date.parse(dueAt)).toBeLessThan(Date.now() + 1)
})
