import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createOpenWebhook } from '@linkspan/channels'
import { systemClock } from '@linkspan/core'
import { findFreePort } from '@linkspan/simulators'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/webhooks.md'), 'utf8')
const examples = [...page.matchAll(/^```js\n(.*?)^```/gms)].map(([, code = '']) => code)
const secretOf = (letter: string) => `whsec_${Buffer.from(letter.repeat(24)).toString('base64')}`

/** Runs the receiver of an example, and gives what it prints. */
async function startExample(code: string): Promise<{ url: string; output: () => string; process: ChildProcess }> {
  const port = await findFreePort()
  const env = { ...process.env, PORT: String(port), WEBHOOK_SECRET: secretOf('a') }
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: root, env })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const url = `http://127.0.0.1:${port}/`
  await expect
    .poll(() =>
      fetch(url).then(
        ({ status }) => status,
        () => output,
      ),
    )
    .toBe(401)
  return { url, output: () => output, process: child }
}

test('the page shows a receiver with a library and one without', () => {
  expect(examples.map((code) => code.includes('standardwebhooks'))).toEqual([true, false])
})

test.each(examples.map((code, at) => [at + 1, code] as const))(
  'receiver %i of the page takes what is signed and fresh, and nothing else',
  async (_, code) => {
    const example = await startExample(code)
    try {
      const send = async (secrets: readonly string[], ageMs = 0) => {
        const clock = { now: () => new Date(systemClock.now().getTime() - ageMs) }
        await using sender = createOpenWebhook({ outbound: { allowPrivate: true }, clock })(example.url, 5000)
        const body = JSON.stringify({ id: 'evt_1', type: 'sync.failed', timestamp: '2026-01-01T00:00:00.000Z', data: { name: 'Müller' } })
        return (await sender.send({ id: 'evt_1', body, secrets })).status
      }
      expect(await send([secretOf('b')])).toBe(401)
      expect(await send([secretOf('a')], 600_000)).toBe(401)
      expect(example.output()).toBe('')
      expect(await send([secretOf('b'), secretOf('a')])).toBe(204)
      await expect.poll(example.output).toBe("sync.failed { name: 'Müller' }\n")
    } finally {
      example.process.kill()
    }
  },
)
