import { execFile } from 'node:child_process'
import { getEventListeners } from 'node:events'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { deadlineSignal } from './deadline-signal.ts'

/** Waits for a deadline while the garbage collector runs all the time, and prints how long that took. */
const program = `
import { deadlineSignal } from ${JSON.stringify(join(import.meta.dirname, 'deadline-signal.ts'))}
const client = new AbortController()
const wait = (signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason.name), { once: true }))
const collections = setInterval(() => gc(), 5)
const begun = performance.now()
const waits = Promise.all([wait(deadlineSignal(200, client.signal).signal), wait(deadlineSignal(200).signal)])
const tooLong = new Promise((resolve) => setTimeout(() => resolve(['never']), 60_000))
const reasons = await Promise.race([waits, tooLong])
clearInterval(collections)
console.log(JSON.stringify({ reasons, ms: performance.now() - begun, isAborted: client.signal.aborted }))
process.exit()
`

test('a wait ends in time, however often the garbage collector runs', async () => {
  const args = ['--expose-gc', '--import', 'tsx', '--input-type=module', '--eval', program]
  const { stdout } = await promisify(execFile)(process.execPath, args)
  const { reasons, ms, isAborted } = JSON.parse(stdout)
  expect(reasons).toEqual(['TimeoutError', 'TimeoutError'])
  expect(ms).toBeGreaterThan(195)
  expect(isAborted).toBe(false)
})

test('it aborts with the first of the other signals, and is not overdue then', () => {
  const [client, server] = [new AbortController(), new AbortController()]
  using deadline = deadlineSignal(60_000, client.signal, server.signal)
  expect(deadline.signal.aborted).toBe(false)
  const reason = new Error('The client has gone')
  client.abort(reason)
  server.abort(new Error('too late'))
  expect(deadline.signal.reason).toBe(reason)
  expect(deadline.isOverdue).toBe(false)
})

test('it has aborted from the start if another signal has', () => {
  const reason = new Error('The client has gone')
  using deadline = deadlineSignal(60_000, new AbortController().signal, AbortSignal.abort(reason))
  expect(deadline.signal.reason).toBe(reason)
})

test('it is overdue when the time is over', async () => {
  using deadline = deadlineSignal(10)
  expect(deadline.isOverdue).toBe(false)
  await expect.poll(() => deadline.signal.aborted).toBe(true)
  expect(deadline.isOverdue).toBe(true)
  expect(deadline.signal.reason).toMatchObject({ name: 'TimeoutError' })
})

test('once disposed it leaves no timer and no listener behind', async () => {
  const client = new AbortController()
  const deadline = deadlineSignal(10, client.signal)
  expect(getEventListeners(client.signal, 'abort')).toHaveLength(1)
  deadline[Symbol.dispose]()
  expect(getEventListeners(client.signal, 'abort')).toEqual([])
  using later = deadlineSignal(30)
  await expect.poll(() => later.isOverdue).toBe(true)
  expect(deadline.signal.aborted).toBe(false)
})
