import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { anchorOf } from './anchors.ts'

const root = resolve(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

interface Section {
  /** As code cites it: page and anchor. */
  readonly name: string
  readonly text: string
}

const sectionsOf = (page: string): readonly Section[] =>
  read(`docs/erp/${page}`)
    .split(/^## /m)
    .slice(1)
    .map((text) => ({ name: `${page}#${anchorOf(text.split('\n', 1)[0] ?? '')}`, text }))

const pages = readdirSync(join(root, 'docs/erp')).filter((page) => page !== 'README.md')
const sections = pages.flatMap(sectionsOf)
const names = sections.map(({ name }) => name)

const code = ['apps', 'packages'].flatMap((folder) =>
  readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !/node_modules|\/dist\//.test(path)),
)
const citationsIn = (path: string): readonly string[] =>
  [...read(path).matchAll(/docs\/erp\/([\w.-]*(?:#[\w-]*)?)/g)].map(([, name = '']) => name)

test('every citation of an ERP fact leads to a section', () => {
  const wrong = code.flatMap((path) =>
    citationsIn(path)
      .filter((name) => !names.includes(name))
      .map((name) => `${path} cites docs/erp/${name}`),
  )
  expect(wrong).toEqual([])
})

test('code outside of tests cites every ERP fact', () => {
  const cited = new Set(code.filter((path) => !/\.test\.ts$|\/testing\//.test(path)).flatMap(citationsIn))
  expect(names.filter((name) => !cited.has(name))).toEqual([])
  expect(names.length).toBeGreaterThan(50)
})

test('every ERP fact says what follows for us and names its sources', () => {
  const lacking = (label: string) => sections.filter(({ text }) => !text.includes(`\n**${label}:** `)).map(({ name }) => name)
  expect(lacking('For us')).toEqual([])
  expect(lacking('Sources')).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('an ERP fact that is unverified says what happens if it is wrong, and no other does', () => {
  const unverified = sections.filter(({ text }) => text.includes('unverified')).map(({ name }) => name)
  const prepared = sections.filter(({ text }) => text.includes('\n**If wrong:** ')).map(({ name }) => name)
  expect(prepared).toEqual(unverified)
})
