import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { secrets, startStack } from './stack/stack.ts'
import { startReceiver } from './webhooks/receiver.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/api-guide.md'), 'utf8')

test('every command of the API guide works, in order, and prints what the page says', async () => {
  await using stack = await startStack()
  await using erp = await startRestErp({
    dataset: { products: 30, orders: 10 },
    paging: 'next',
    total: 'header',
    auth: { kind: 'api-key', in: 'header', name: 'X-API-Key', key: 'first-key' },
  })
  await using shop = await startReceiver()
  erp.faults.add({ kind: 'invalid-records', path: '/products', after: 2, times: 'always' })
  erp.faults.add({ kind: 'hang', path: '/invoices', times: 'always' }) // leaves time to cancel
  const commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block = '']) => block)
  const expected = commands.flatMap((block) => [...block.matchAll(/ # → (.*)$/gm)].map(([, text]) => text))
  expect(expected.length).toBeGreaterThan(20)
  const script = `set -euo pipefail\nset -o errtrace\ntrap 'echo "failed: $BASH_COMMAND" >&2' ERR\n${commands.join('\n')}`
  const env = { ...process.env, API: `${stack.url}/api/v1`, KEY: secrets.admin, ERP: erp.url, SHOP: shop.url }
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env, timeout: 100_000 })
  expect(stdout.trimEnd().split('\n')).toEqual(expected)
})
