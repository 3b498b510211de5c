import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

/** What a browser has to load, in kilobytes of gzip. */
const dist = join(import.meta.dirname, '../../apps/admin/dist')

const kilobytesOf = (file: string): number => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000

test('the scripts before the first view are at most 230 kB, any other at most 130 kB, and all styles 25 kB', () => {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const files = readdirSync(join(dist, 'assets')).map((name) => `assets/${name}`)
  const [scripts, styles] = ['.js', '.css'].map((end) => files.filter((name) => name.endsWith(end))) as [string[], string[]]
  const atOnce = scripts.filter((name) => html.includes(`/admin/${name}`))
  const sum = (names: readonly string[]) => names.reduce((all, name) => all + kilobytesOf(name), 0)
  expect(atOnce.length).toBeGreaterThan(0)
  expect(sum(atOnce)).toBeLessThan(230)
  for (const name of scripts.filter((script) => !atOnce.includes(script))) expect(kilobytesOf(name), name).toBeLessThan(130)
  expect(sum(styles)).toBeLessThan(25)
})
