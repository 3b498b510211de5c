import { parseArgs } from 'node:util'

export interface Arguments {
  readonly kills: number
  readonly seed: number
  readonly limitMinutes: number
  readonly conditions: Conditions
}

/** What makes it harder, besides the faults. */
export interface Conditions {
  /** Redis has a replica and a Sentinel, and fails over in place of being restarted. */
  readonly failovers?: boolean
  /** By how many seconds the clock of every third worker is wrong, ahead and behind in turn. */
  readonly skewSeconds?: number
  /** The heap of the workers. */
  readonly heapMegabytes?: number
}

export const usage = 'pnpm chaos [--kills N] [--seed N] [--limit MINUTES] [--failovers] [--skew SECONDS] [--heap MEGABYTES]'

const maxNumber = 1_000_000

/** Parses the command line. Returns a message if an argument is invalid. Without --seed, `draw` picks one. */
export function readArguments(argv: readonly string[], draw: () => number = Math.random): Arguments | string {
  const options = {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string' },
    limit: { type: 'string', default: '20' },
    failovers: { type: 'boolean' },
    skew: { type: 'string' },
    heap: { type: 'string' },
  } as const
  let values: ReturnType<typeof parseArgs<{ args: string[]; options: typeof options }>>['values']
  try {
    values = parseArgs({ args: [...argv], options }).values
  } catch (error) {
    return (error as Error).message
  }
  const { kills, limit, seed = String(1 + Math.floor(draw() * maxNumber)), failovers, skew, heap } = values
  for (const [name, text] of Object.entries({ kills, seed, skew, heap }))
    if (text !== undefined && (!/^[1-9]\d*$/.test(text) || Number(text) > maxNumber))
      return `--${name} must be a whole number from 1 to ${maxNumber}, not "${text}"`
  if (!/^\d+(\.\d+)?$/.test(limit) || Number(limit) <= 0 || Number(limit) > maxNumber)
    return `--limit must be a number of minutes above 0, not "${limit}"`
  const conditions = {
    ...(failovers && { failovers }),
    ...(skew !== undefined && { skewSeconds: Number(skew) }),
    ...(heap !== undefined && { heapMegabytes: Number(heap) }),
  }
  return { kills: Number(kills), seed: Number(seed), limitMinutes: Number(limit), conditions }
}
