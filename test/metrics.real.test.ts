import { ok } from '@linkspan/client'
import { findFreePort, startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { startStack } from './stack/stack.ts'

test('a worker has metrics of its jobs, syncs, records and calls, without connection ids unless configured', async () => {
  await using stack = await startStack({ workers: 0 })
  const [port, verbosePort] = [await findFreePort(), await findFreePort()]
  const worker = await stack.startWorker({ WORKER_PORT: String(port) })
  const scrape = async (of: number) => (await fetch(`http://127.0.0.1:${of}/metrics`)).text()
  await using erp = await startRestErp({ dataset: { products: 30 }, paging: 'none' })
  erp.faults.add({ kind: 'invalid-records', path: '/products', records: 3 })
  const { id } = await stack.connect({ credentials: { apiUrl: erp.url }, settings: { enabledDataTypes: ['products'] } })
  expect(await stack.sync(id)).toMatchObject({ status: 'success', recordsFailed: 3 })
  erp.faults.add({ kind: 'not-found', path: '/products' })
  expect(await stack.sync(id)).toMatchObject({ status: 'error' })

  const failed = 'linkspan_job_duration_seconds_count{queue="erp-sync",outcome="failed"} 1'
  await expect.poll(() => scrape(port)).toContain(failed) // a job ends shortly after its run
  const text = await scrape(port)
  for (const line of [
    'linkspan_syncs_total{connector="rest",data_type="products",status="success",code="none"} 1',
    'linkspan_syncs_total{connector="rest",data_type="products",status="error",code="setup.resource-missing"} 1',
    'linkspan_sync_records_total{connector="rest",data_type="products",outcome="created"} 27',
    'linkspan_sync_records_total{connector="rest",data_type="products",outcome="rejected"} 3',
    'linkspan_erp_call_duration_seconds_count{connector="rest",status="4xx"} 1',
    'linkspan_job_duration_seconds_count{queue="erp-sync",outcome="done"} 1',
    'linkspan_job_wait_seconds_count{queue="erp-sync"} 2',
  ])
    expect(text).toContain(line)
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds')
  expect(text).not.toContain(id)
  expect(await stack.metrics()).toMatch(/linkspan_http_request_duration_seconds_count\{method="POST",route="[^"]*\/sync"/)

  await worker.kill('SIGTERM')
  await stack.startWorker({ WORKER_PORT: String(verbosePort), METRICS_PER_CONNECTION: 'true' })
  await ok(
    stack.api.POST('/erp/connections/{id}/sync', {
      params: { path: { id }, header: { prefer: 'wait=30' } },
      body: { dataType: 'products' },
    }),
  )
  expect(await scrape(verbosePort)).toContain(`connection="${id}"`)
})
