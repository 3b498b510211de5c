import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { holdLock } from '../script/sandbox/lock.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'linkspan-lock-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A process that runs these lines and says "ready" when they are done. */
async function processThat(lines: string): Promise<{ readonly child: ChildProcess; readonly said: string }> {
  const code = `${lines}; setInterval(() => {}, 1000)`
  const args = ['--import', 'tsx', '--conditions=@linkspan/source', '--input-type=module', '-e', code]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  return { child, said: String(said).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a lock that another process holds says what that process says of itself, until it is gone, however it ended', async () => {
  const path = join(folder, 'lock.sock')
  const { child } = await processThat(`
    const { holdLock } = await import('./script/sandbox/lock.ts')
    globalThis.lock = await holdLock(${JSON.stringify(path)}, () => 'It runs at http://127.0.0.1:3000')
    console.log('ready')`)
  await expect(holdLock(path, () => 'the second')).rejects.toThrow('It runs at http://127.0.0.1:3000')
  await kill(child)
  using _held = await holdLock(path, () => 'the second')
  await expect(holdLock(path, () => 'the third')).rejects.toThrow('the second')
})

test('a process that was started ends when the one that started it is killed', async () => {
  const { child, said } = await processThat(`
    const { writeFileSync } = await import('node:fs')
    const { startProcess } = await import('./script/sandbox/processes.ts')
    const main = ${JSON.stringify(join(folder, 'main.mjs'))}
    writeFileSync(main, 'console.log(process.pid); setInterval(() => {}, 1000)')
    startProcess(main, {})`)
  const pid = Number(said)
  expect(() => process.kill(pid, 0)).not.toThrow()
  await kill(child)
  await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
