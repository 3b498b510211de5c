import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createWorkerMetrics } from '../apps/worker/src/metrics.ts'

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

interface Panel {
  readonly id: number
  readonly type: string
  readonly title: string
  readonly description?: string
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number }
  readonly targets?: readonly { readonly expr: string }[]
}

const { panels } = JSON.parse(read('deploy/grafana/linkspan.json')) as { readonly panels: readonly Panel[] }
const expressions = panels.flatMap(({ targets = [] }) => targets.map(({ expr }) => expr))
const namesIn = (text: string) => [...text.matchAll(/\b(?:linkspan|nodejs|process)_\w+/g)].map(([name]) => name)
const baseOf = (name: string) => name.replace(/_(bucket|count|sum)$/, '')

test('the dashboard asks only for metrics that exist', async () => {
  const ofEachProcess = [...(await createWorkerMetrics({ perConnection: false }).print()).matchAll(/^# HELP (\S+)/gm)].map(
    ([, name]) => name,
  )
  const documented = [...read('docs/metrics.md').matchAll(/^\| `(linkspan_\w+)`/gm)].map(([, name]) => name)
  const known = new Set([...ofEachProcess, ...documented])
  const asked = expressions.flatMap(namesIn)
  expect(asked.filter((name) => !known.has(name) && !known.has(baseOf(name)))).toEqual([])
  expect(new Set(asked.map(baseOf)).size).toBeGreaterThan(15)
})

test('every panel of the dashboard asks for something, says what it shows, and overlaps no other', () => {
  const shown = panels.filter(({ type }) => type !== 'row')
  expect(shown.filter(({ targets = [], description = '' }) => targets.length === 0 || description === '')).toEqual([])
  expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length)
  const cells = panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, at) => `${x + (at % w)}/${y + Math.floor(at / w)}`),
  )
  expect(new Set(cells).size).toBe(cells.length)
})

test('the metrics of the documented alerts are on the dashboard', () => {
  const alerts = [...read('docs/operations.md').matchAll(/expr: >?\s*(.*?)(?=\n {8}(?:for|annotations):)/gs)].map(([, expr = '']) => expr)
  expect(alerts.length).toBeGreaterThan(5)
  const shown = new Set(expressions.flatMap(namesIn).map(baseOf))
  const alerted = alerts.flatMap(namesIn).map(baseOf)
  expect(alerted.filter((name) => !shown.has(name))).toEqual([])
})
