import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describeEnvironment } from '@linkspan/core'
import { expect, test } from 'vitest'

const compose = readFileSync(join(import.meta.dirname, '..', 'docker-compose.yml'), 'utf8')
const dockerfile = readFileSync(join(import.meta.dirname, '..', 'Dockerfile'), 'utf8')

/** Settings that Compose does not pass on: the image sets where its processes listen and its commit, and Compose has a single Redis. */
const sentinel = ['REDIS_SENTINELS', 'REDIS_SENTINEL_MASTER', 'REDIS_SENTINEL_USERNAME', 'REDIS_SENTINEL_PASSWORD', 'REDIS_SENTINEL_TLS']
const fixed = ['HOST', 'PORT', 'WORKER_PORT', 'LINKSPAN_COMMIT', 'REDIS_CLUSTER_NODES', 'QUEUE_SHARDS', ...sentinel]

test('Compose passes on every other setting', () => {
  const settings = [...describeEnvironment().matchAll(/^(?:# )?([A-Z_]+)=/gm)].map(([, name]) => name ?? '')
  expect(settings.length).toBeGreaterThan(20)
  const missing = settings.filter((name) => !fixed.includes(name) && !new RegExp(`^ +${name}:`, 'm').test(compose))
  expect(missing).toEqual([])
})

test('the image installs every workspace package that its processes import', () => {
  const below = (folder: string): string[] => {
    const { dependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '..', folder, 'package.json'), 'utf8'))
    const ours = Object.keys(dependencies).filter((name) => name.startsWith('@linkspan/'))
    return [folder, ...ours.flatMap((name) => below(name.replace('@linkspan/', 'packages/')))]
  }
  const needed = [...new Set([...below('apps/api'), ...below('apps/cli'), ...below('apps/worker')])]
  expect(needed.length).toBe(10)
  expect(dockerfile).toContain('COPY --from=built /app/apps/admin/dist apps/admin/dist\n')
  for (const folder of needed) {
    expect(dockerfile).toContain(`COPY ${folder}/package.json ${folder}/\n`)
    expect(dockerfile).toContain(`COPY --from=built /app/${folder}/dist ${folder}/dist\n`)
  }
})

test.each(['api', 'linkspan', 'worker'])('the image has the command %s, which runs a program that is built', (command) => {
  expect(dockerfile).toMatch(new RegExp(`^COPY .*docker/bin/${command} .*/usr/local/bin/$`, 'm'))
  const path = join(import.meta.dirname, '..', 'docker/bin', command)
  expect(statSync(path).mode & 0o111).toBe(0o111)
  const [, program = ''] = /exec node (?:--\S+ )*\/app\/(\S+)/.exec(readFileSync(path, 'utf8')) ?? []
  expect(existsSync(join(import.meta.dirname, '..', program.replace('/dist/', '/src/').replace(/\.js$/, '.ts')))).toBe(true)
})

test('the image passes to Node what the start scripts pass, and Node knows it', () => {
  const read = (name: string) => readFileSync(join(import.meta.dirname, '..', name), 'utf8')
  const { scripts } = JSON.parse(read('package.json'))
  for (const role of ['api', 'worker']) {
    const flags = / (?<flags>(?:--\S+=\S+ )*)apps\//.exec(scripts[`start:${role}`])?.groups?.flags ?? ''
    expect(read(`docker/bin/${role}`)).toContain(`exec node ${flags}/app/apps/${role}/dist/main.js`)
    expect(execFileSync(process.execPath, [...flags.split(' ').filter(Boolean), '--print', '1 + 1'], { encoding: 'utf8' })).toBe('2\n')
  }
})
