import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')

/** Starts what `pnpm sim` starts, and reads the lines that it prints for people until there is one that begins with `last`. */
async function startSim(last: string, ...args: string[]) {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { sim: string } }
  const [command = '', ...fixed] = scripts.sim.replace(/^node /, `${process.execPath} `).split(' ')
  const child = spawn(command, [...fixed, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    if (line.startsWith(last)) break
  }
  return {
    valueOf: (name: string) =>
      lines
        .find((line) => line.startsWith(name))
        ?.slice(name.length)
        .trim() ?? '',
    async [Symbol.asyncDispose]() {
      child.kill('SIGTERM')
      await new Promise((ended) => child.once('exit', ended))
    },
  }
}

test('pnpm sim rest starts a home-made REST ERP, and prints the URL and the key that README asks for', async () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain('`pnpm sim rest`')
  await using sim = await startSim('send an order', 'rest', '--records', '30', '--orders', '3')
  const [url, key] = [sim.valueOf('REST ERP'), sim.valueOf('bearer token')]
  const read = (path: string, headers: Record<string, string>) => fetch(`${url}${path}`, { headers })
  expect((await read('/products?limit=2', {})).status).toBe(401)
  const answer = await read('/products?limit=2', { authorization: `Bearer ${key}` })
  expect(await answer.json()).toMatchObject({ total: 30 })
})
