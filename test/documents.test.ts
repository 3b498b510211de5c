import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createKeys } from '../packages/redis/src/keys.ts'
import { anchorOf } from './anchors.ts'

const root = resolve(import.meta.dirname, '..')
const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

const anchorsOf = (page: string): readonly string[] => [...read(page).matchAll(/^#+ (.+)$/gm)].map(([, title = '']) => anchorOf(title))

test.each(pages)('every link of %s leads somewhere', (page) => {
  const named = [...read(page).matchAll(/\]\(([^)\s]+)\)|(?:href|src)="([^"]+)"/g)].map(([, link, source]) => link ?? source ?? '')
  const links = named.filter((link) => !/^[a-z]+:/.test(link))
  const broken = links.filter((link) => {
    const [path = '', anchor] = link.split('#')
    const target = path === '' ? page : join(dirname(page), path)
    return !existsSync(join(root, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor))
  })
  expect(broken).toEqual([])
})

test('every metric named in a page exists', () => {
  const known = new Set([...read('docs/metrics.md').matchAll(/^\| `(linkspan_\w+)`/gm)].map(([, name]) => name))
  const named = pages.flatMap((page) => [...read(page).matchAll(/\b(linkspan_[a-z]\w+)/g)].map(([, name = '']) => name))
  const base = (name: string) => name.replace(/_(bucket|count|sum)$/, '')
  expect(named.filter((name) => !known.has(name) && !known.has(base(name)))).toEqual([])
  expect(known.size).toBeGreaterThan(5)
})

test('the architecture page lists every kind of Redis key, and no other', () => {
  const families = (keys: readonly string[]) => [...new Set(keys.map((key) => key.match(/^\w+|^\{\w+\}/)?.[0]))].sort()
  const id = `erp_${'a'.repeat(16)}`
  const run = `log_${'a'.repeat(31)}`
  const arguments_ = { test: [`test_${'a'.repeat(31)}`], run: [run], entries: [run], rejects: [run], queues: ['1'] } as Readonly<
    Record<string, string[]>
  >
  const ours = Object.entries(createKeys('')).flatMap(([name, key]) =>
    typeof key === 'string' ? key : (key as (...parts: readonly string[]) => string | string[])(...(arguments_[name] ?? [id, 'products'])),
  )
  const table = read('docs/architecture.md').split('| key | what |')[1] ?? ''
  const named = [...table.matchAll(/^\| (`.+?`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key),
  )
  expect(families(named)).toEqual(families(ours))
})

test('every test named in the promises exists', () => {
  const files = execFileSync('git', ['ls-files', '*.test.ts'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  const tests = files.map(read).join('\n')
  const rows = [...read('docs/promises.md').matchAll(/^\| (\d+) \|.*\|.*\|(.*)\|$/gm)]
  const named = rows.flatMap(([, , shown = '']) => [...shown.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title))
  expect(rows).toHaveLength(24)
  expect(named.length).toBeGreaterThan(30)
  expect(named.filter((title) => !tests.includes(`test('${title}'`))).toEqual([])
})

test('every test named in the page on security exists', () => {
  const files = execFileSync('git', ['ls-files', '*.test.ts'], { cwd: root, encoding: 'utf8' }).trim().split('\n')
  const tests = files.map(read).join('\n')
  const table =
    read('docs/security.md')
      .split('\n## ')
      .find((section) => section.startsWith('When somebody means harm')) ?? ''
  const named = [...table.matchAll(/^\|.*\|.*\|(.*)\|$/gm)].flatMap(([, shown = '']) =>
    [...shown.matchAll(/`([^`]+)`/g)].map(([, title = '']) => title),
  )
  expect(named.length).toBeGreaterThan(15)
  expect(named.filter((title) => !tests.includes(`'${title}'`))).toEqual([])
})
