import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** WCAG 2.2, computed from the only file with colours. */
const css = readFileSync(join(import.meta.dirname, '../../apps/admin/src/tokens.css'), 'utf8')
const colours = new Map<string, readonly [light: string, dark: string]>()
for (const [, name = '', light = '', dark = ''] of css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g))
  colours.set(name, [light, dark])

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4)

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (lighter + 0.05) / (darker + 0.05)
}

const states = ['ok', 'error', 'warn', 'run', 'wait', 'idle', 'unsure', 'clash']
const surfaces = ['bg', 'subtle', 'inset']
const pairs: readonly (readonly [front: string, back: string, atLeast: number])[] = [
  ...states.map((state) => [state, `${state}-tint`, 4.5] as const),
  ...states.flatMap((state) => surfaces.map((surface) => [state, surface, 4.5] as const)),
  ...surfaces.map((surface) => ['text', surface, 7] as const),
  ...surfaces.map((surface) => ['muted', surface, 4.5] as const),
  ...surfaces.map((surface) => ['accent', surface, 4.5] as const),
  ['on-accent', 'accent', 4.5],
  ...surfaces.map((surface) => ['control', surface, 3] as const),
]

test('there is a colour for every state, with its tint', () => {
  for (const state of states) expect([colours.has(state), colours.has(`${state}-tint`)]).toEqual([true, true])
})

test.each(['light', 'dark'])('all text can be read in the %s theme, and every control is seen', (theme) => {
  const at = theme === 'light' ? 0 : 1
  const weak = pairs
    .map(([front, back, atLeast]) => ({
      front,
      back,
      atLeast,
      is: contrast(colours.get(front)?.[at] ?? '', colours.get(back)?.[at] ?? ''),
    }))
    .filter(({ is, atLeast }) => !(is >= atLeast))
    .map(({ front, back, is }) => `${front} on ${back}: ${is.toFixed(2)}`)
  expect(weak).toEqual([])
})
