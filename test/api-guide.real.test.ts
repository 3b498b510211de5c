import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startRestErp } from '@linkspan/simulators'
import { expect, test } from 'vitest'
import { secrets, startStack } from './stack/stack.ts'

const guide = readFileSync(join(import.meta.dirname, '../docs/api-guide.md'), 'utf8')

test('every command of the API guide works, in its order', async () => {
  await using stack = await startStack()
  await using erp = await startRestErp({ dataset: { products: 30, orders: 10 }, paging: 'none' })
  const commands = [...guide.matchAll(/^```sh\n(.*?)^```/gms)].map(([, block]) => block)
  expect(commands.length).toBeGreaterThan(10)
  const script = `set -euo pipefail\nset -o errtrace\ntrap 'echo "failed: $BASH_COMMAND" >&2' ERR\n${commands.join('\n')}`
  const env = { ...process.env, API: `${stack.url}/api/v1`, KEY: secrets.admin, ERP: erp.url }
  const { stdout } = await promisify(execFile)('bash', ['-c', script], { env, timeout: 30_000 })
  expect(stdout).not.toContain('undefined')
  expect(stdout).toContain('success')
})
