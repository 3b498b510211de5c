import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'linkspan-node-'))

/** Runs the check in a Node that says it has this version, before a program that no old Node could read. */
function start(version: string) {
  const pretend = join(folder, 'pretend.cjs')
  const program = join(folder, 'program.mjs')
  writeFileSync(pretend, `Object.defineProperty(process.versions, 'node', { value: '${version}' })`)
  writeFileSync(program, version.startsWith('18') ? 'await using nothing of this is read' : `console.log('started')`)
  return spawnSync(process.execPath, ['--require', pretend, '--require', join(root, 'script/check-node.cjs'), program], {
    encoding: 'utf8',
  })
}

test('a Node that is too old is told in the words of script/bootstrap, before the program is read', () => {
  const { status, stderr } = start('18.20.4')
  expect(status).toBe(1)
  const sentences = ['Linkspan needs Node.js 20.19 or newer.', 'Install it from your system or https://nodejs.org, then run this again.']
  for (const sentence of sentences) {
    expect(stderr).toContain(sentence)
    expect(readFileSync(join(root, 'script/bootstrap'), 'utf8')).toContain(sentence)
  }
  expect(stderr).not.toContain('SyntaxError')
  expect(start('20.18.3').status).toBe(1)
})

test.each(['20.19.0', '22.3.0'])('Node %s is new enough', (version) => {
  expect(start(version)).toMatchObject({ status: 0, stdout: 'started\n' })
})

test.each(['api/src/main', 'worker/src/main', 'worker/src/reseal'])('%s says it too if it is started as it is', (program) => {
  const pretend = join(folder, 'pretend.mjs')
  writeFileSync(pretend, `Object.defineProperty(process.versions, 'node', { value: '16.20.2' })`)
  const started = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--import', pathToFileURL(pretend).href, '--conditions=@linkspan/source', join(root, `apps/${program}.ts`)],
    { encoding: 'utf8', cwd: root },
  )
  expect(started).toMatchObject({ status: 1, stdout: '' })
  expect(started.stderr).toBe(
    'Linkspan needs Node.js 20.19 or newer.\nFound: v16.20.2\nInstall it from your system or https://nodejs.org, then run this again.\n',
  )
})

test('what an old Node reads before the check is in a syntax that it understands', () => {
  for (const path of [
    'apps/api/src/main.ts',
    'apps/worker/src/main.ts',
    'apps/worker/src/reseal.ts',
    'packages/core/src/kernel/check-node.ts',
  ]) {
    const text = readFileSync(join(root, path), 'utf8')
    expect(text).not.toMatch(/\?\?|\?\.|\bawait\b|\busing\b|#\w+\b(?!!)/)
    expect([...text.matchAll(/^import .* from '(.*)'/gm)].map(([, from]) => from)).toEqual(
      path.includes('check-node') ? [] : ['@linkspan/core/check-node'],
    )
  }
})

test('every production command checks it', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  for (const name of ['start:api', 'start:worker', 'reseal', 'linkspan'])
    expect(scripts[name]).toContain('--require ./script/check-node.cjs')
})
