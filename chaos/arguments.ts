import { parseArgs } from 'node:util'

export interface Arguments {
  readonly kills: number
  readonly seed: number
  readonly limitMinutes: number
}

export const usage = 'pnpm chaos [--kills N] [--seed N] [--limit MINUTES]'

const maxNumber = 1_000_000

/** Parses the command line. Returns a message if an argument is invalid. Without --seed, `draw` picks one. */
export function readArguments(argv: readonly string[], draw: () => number = Math.random): Arguments | string {
  const options = { kills: { type: 'string', default: '100' }, seed: { type: 'string' }, limit: { type: 'string', default: '20' } } as const
  let values: { readonly kills: string; readonly limit: string; readonly seed?: string }
  try {
    values = parseArgs({ args: [...argv], options }).values
  } catch (error) {
    return (error as Error).message
  }
  const { kills, limit, seed = String(1 + Math.floor(draw() * maxNumber)) } = values
  for (const [name, text] of Object.entries({ kills, seed }))
    if (!/^[1-9]\d*$/.test(text) || Number(text) > maxNumber)
      return `--${name} must be a whole number from 1 to ${maxNumber}, not "${text}"`
  if (!/^\d+(\.\d+)?$/.test(limit) || Number(limit) <= 0 || Number(limit) > maxNumber)
    return `--limit must be a number of minutes above 0, not "${limit}"`
  return { kills: Number(kills), seed: Number(seed), limitMinutes: Number(limit) }
}
