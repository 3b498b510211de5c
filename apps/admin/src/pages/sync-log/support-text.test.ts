import type { ERPSyncLog } from '@linkspan/client'
import { expect, test } from 'vitest'
import { supportText } from './support-text.ts'

const run = {
  id: 'log_1',
  erpConnectionId: 'erp_1',
  dataType: 'products',
  direction: 'pull',
  trigger: 'schedule',
  mode: 'full',
  dryRun: false,
  status: 'error',
  attempts: 2,
  startedAt: '2026-11-29T12:00:00.000Z',
  completedAt: '2026-11-29T12:01:00.000Z',
  errorMessage: 'The ERP announced 57 records, but only 10 distinct ones came',
  errorDetails: { code: 'run.incomplete', message: 'The ERP announced 57', hint: 'Retry it.', retryable: true, details: {} },
  balance: {
    lines: [
      { name: 'announced', count: 57 },
      {
        name: 'read',
        count: 10,
        parts: [
          { name: 'created', count: 9 },
          { name: 'rejected', count: 1 },
        ],
        closes: true,
      },
    ],
    complete: true,
    closes: false,
    missing: 47,
  },
} as unknown as ERPSyncLog

test('says which run it is, who asked, what went wrong and how the balance stands', () => {
  const text = supportText({
    run,
    requestId: 'req-1',
    connectionName: 'Webshop',
    address: 'https://linkspan.example/admin/sync-logs/log_1',
  })
  for (const part of [
    'Run log_1',
    'Request req-1',
    'Webshop (erp_1)',
    'run.incomplete: The ERP announced 57 records',
    'Balance does not close, 47 missing',
    'read 10 = created 9 + rejected 1 (ok)',
  ])
    expect(text).toContain(part)
})
