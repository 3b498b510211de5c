import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { cpus, release, totalmem, type } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const libraries = ['bullmq', 'ioredis', 'fastify', 'zod', 'undici', 'autocannon'] as const

const versionOf = (library: string): string =>
  (JSON.parse(readFileSync(join(root, 'node_modules', library, 'package.json'), 'utf8')) as { version: string }).version

const output = (program: string, ...args: string[]): string => execFileSync(program, args, { cwd: root, encoding: 'utf8' }).trim()

/** The hardware, the versions and the commit of a benchmark run. */
export const describeMachine = () => ({
  machine: {
    cpu: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: `${type()} ${release()}`,
  },
  versions: {
    node: process.version,
    redis: /v=(\S+)/.exec(output('redis-server', '--version'))?.[1] ?? 'unknown',
    ...Object.fromEntries(libraries.map((library) => [library, versionOf(library)])),
  },
  commit: `${output('git', 'rev-parse', 'HEAD')}${output('git', 'status', '--porcelain') === '' ? '' : ' with changes'}`,
})
