import { expect, test } from 'vitest'
import { findCircles } from './import-graph.ts'

const graph = (edges: Readonly<Record<string, readonly string[]>>) => new Map(Object.entries(edges))

test('a graph without circles has none, whatever its shape', () => {
  expect(findCircles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }))).toEqual([])
})

test('each circle is named once, with all its files', () => {
  expect(findCircles(graph({ a: ['b'], b: ['c'], c: ['b', 'd'], d: ['e'], e: ['f'], f: ['d'], g: ['g'] }))).toEqual([
    ['d', 'e', 'f'],
    ['b', 'c'],
    ['g'],
  ])
})
