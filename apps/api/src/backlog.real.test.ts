import { readFileSync } from 'node:fs'
import { version } from '@linkspan/core'
import { expect, test } from 'vitest'
import { aConnection, startHarness } from './testing/harness.ts'

const api = '/api/v1'

/** The metric on which the documented alert about waiting syncs is based. */
const operations = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8')
const [, watched = ''] = /alert: LinkspanTooFewWorkers\s+expr: max\(([^)]+)\) > \d+/.exec(operations) ?? []

test('syncs that wait for a worker count as ready, in the metric that the documented alert watches', async () => {
  await using harness = await startHarness({ LINKSPAN_COMMIT: 'abc1234' })
  const readMetric = async (series: string) => {
    const { body } = await harness.app.inject('/metrics')
    return body
      .split('\n')
      .find((line) => line.startsWith(`${series} `))
      ?.slice(series.length + 1)
  }
  expect(watched).toBe('linkspan_jobs_ready{queue="erp-sync"}')
  expect(await readMetric(watched)).toBe('0')
  for (let count = 1; count <= 5; count += 1) {
    const { id } = (await harness.as('admin', { method: 'POST', url: `${api}/erp/connections`, payload: aConnection })).json()
    await harness.as('operator', { method: 'POST', url: `${api}/erp/connections/${id}/sync`, payload: { dataType: 'products' } })
  }
  expect(await readMetric(watched)).toBe('5')
  {
    await using _worker = harness.work()
    await expect.poll(() => readMetric(watched)).toBe('0')
  }
  expect(await readMetric(`linkspan_build_info{version="${version}",commit="abc1234"}`)).toBe('1')
  expect((await harness.app.inject('/readyz')).json()).toMatchObject({ version, commit: 'abc1234' })
  expect((await harness.app.inject('/openapi.json')).json().info).toMatchObject({ version, 'x-commit': 'abc1234' })
})
