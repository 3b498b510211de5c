import { createRandom as createNumbers } from '../../chaos/random.ts'

/** Random choices that repeat for the same seed. Seeds that follow each other give unlike numbers. */
export function createRandom(seed: number) {
  const numbers = createNumbers(Math.imul(seed, 0x9e3779b1))
  return { ...numbers, chance: (share: number): boolean => numbers.next() < share }
}

export type Random = ReturnType<typeof createRandom>
