import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { isRedisReady } from './redis-ping.ts'
import { startRedis } from './redis-server.ts'

/** Sends one inline command and returns the first chunk of the answer. */
async function command(port: number, line: string): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.write(`${line}\r\n`)
  const [chunk] = (await once(socket, 'data')) as [Buffer]
  socket.destroy()
  return chunk.toString('utf8')
}

test('a fresh Redis answers, evicts nothing and persists nothing', async () => {
  await using redis = await startRedis()
  expect(redis.url).toBe(`redis://127.0.0.1:${redis.port}`)
  expect(await command(redis.port, 'PING')).toBe('+PONG\r\n')
  expect(await command(redis.port, 'CONFIG GET maxmemory-policy')).toContain('noeviction')
  await command(redis.port, 'SET a 1')
  await redis.restart()
  expect(await command(redis.port, 'GET a')).toBe('$-1\r\n')
})

test('with an append-only file everything survives a crash', async () => {
  await using redis = await startRedis({ aof: true })
  await command(redis.port, 'SET a 1')
  await redis.kill()
  expect(await isRedisReady(redis.port)).toBe(false)
  await redis.restart()
  expect(await command(redis.port, 'GET a')).toBe('$1\r\n1\r\n')
})

test('a paused Redis does not answer until it is resumed', async () => {
  await using redis = await startRedis()
  redis.pause()
  expect(await isRedisReady(redis.port, 50)).toBe(false)
  redis.resume()
  expect(await isRedisReady(redis.port, 20_000)).toBe(true)
  redis.pause()
})

test('a disposed Redis is gone, and starting one on a taken port fails with the reason', async () => {
  const redis = await startRedis()
  await expect(startRedis({ port: redis.port })).rejects.toThrow('Address already in use')
  await redis[Symbol.asyncDispose]()
  expect(await isRedisReady(redis.port)).toBe(false)
})

test('Redis and its folder are removed if their owner process is killed', async () => {
  const module = new URL('./redis-server.ts', import.meta.url).href
  const program = `const { startRedis } = await import('${module}'); const { port, dir } = await startRedis(); console.log(port + ' ' + dir); setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(createInterface(owner.stdout), 'line')) as [string]
  const [port = '', dir = ''] = line.split(' ')
  expect([await isRedisReady(Number(port)), existsSync(dir)]).toEqual([true, true])
  owner.kill('SIGKILL')
  await expect.poll(async () => [await isRedisReady(Number(port)), existsSync(dir)]).toEqual([false, false])
})

test('if no binary is found, the error says what to install', async () => {
  const path = process.env.PATH
  process.env.PATH = '/nowhere'
  try {
    await expect(startRedis()).rejects.toThrow('apt-get install redis-server')
  } finally {
    process.env.PATH = path
  }
})
