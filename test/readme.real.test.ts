import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { secrets, startStack } from './stack/stack.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

test('the first steps of the README work as they stand, against the ERP that the demo starts', async () => {
  await using stack = await startStack()
  const key = 'demo-erp-key'
  await using erp = await startRestErp({
    dataset: { products: 200, orders: 20 },
    auth: { kind: 'api-key', in: 'header', name: 'X-API-Key', key },
  })
  const [, commands = ''] = /## First steps with curl\n.*?^```sh\n(.*?)^```/ms.exec(readme) ?? []
  const script = `set -euo pipefail\n${commands}`
  const env = { ...process.env, API: `${stack.url}/api/v1`, KEY: secrets.admin, ERP: erp.url, ERP_KEY: key }
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env, timeout: 100_000 })
  const [providers, ...lines] = stdout
    .trim()
    .split('\n')
    .filter((line) => line !== '')
  expect(providers).toContain('Custom: rest')
  const answers = lines.map((line) => JSON.parse(line))
  expect(answers).toMatchObject([
    { success: true },
    { records: [{}, {}, {}] },
    { status: 'success', recordsCreated: 200 },
    [{}, {}, {}, {}, {}],
    [],
    { changes: expect.arrayContaining([expect.objectContaining({ deleted: false })]) },
    { successfulSyncs: 1 },
    { id: 'SHOP-1', syncStatus: 'pending' },
    { status: 'success', recordsPushed: 1 },
    { id: 'SHOP-1', syncStatus: 'synced' },
  ])
  for (const one of answers[1].records) expect(one).toMatchObject({ status: 'accepted', record: { description: expect.any(String) } })
})
