import { setTimeout as delay } from 'node:timers/promises'
import type { ERPSyncLog } from '@linkspan/core'
import { expect, test } from 'vitest'
import { toServerSentEvents } from './server-sent-events.ts'

const log = (status: ERPSyncLog['status']) => ({ id: 'log_1', status }) as ERPSyncLog

async function read(logs: AsyncIterable<ERPSyncLog>, heartbeatMs: number): Promise<string[]> {
  const frames: string[] = []
  for await (const frame of toServerSentEvents(logs, heartbeatMs)) frames.push(frame)
  return frames
}

test('sends every state, comments while nothing happens, and one end event', async () => {
  const frames = await read(
    (async function* () {
      yield log('scheduled')
      await delay(60)
      yield log('success')
    })(),
    20,
  )
  expect(frames[0]).toBe('retry: 2000\n\n')
  expect(frames[1]).toBe('event: progress\ndata: {"id":"log_1","status":"scheduled"}\n\n')
  expect(frames.filter((frame) => frame === ': still here\n\n').length).toBeGreaterThan(0)
  expect(frames.slice(-2).map((frame) => frame.split('\n')[0])).toEqual(['event: progress', 'event: end'])
})

test('sends no end event if the watching stops before the run ends', async () => {
  const frames = await read(
    (async function* () {
      yield log('syncing')
    })(),
    1000,
  )
  expect(frames.join('')).not.toContain('event: end')
})

test('stops watching when the reader leaves', async () => {
  let released = false
  const logs = (async function* () {
    try {
      for (;;) {
        yield log('syncing')
        await delay(1)
      }
    } finally {
      released = true
    }
  })()
  for await (const frame of toServerSentEvents(logs, 1000)) if (frame.startsWith('event')) break
  await expect.poll(() => released).toBe(true)
})
