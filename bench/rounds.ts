export interface Sides {
  readonly baseline: () => Promise<number>
  readonly product: () => Promise<number>
}

export interface Alternated {
  readonly baseline: readonly number[]
  readonly product: readonly number[]
}

/**
 * Both sides in turn, so that a machine that is slower for a while is slower for both. The first turn warms up and does not count,
 * unless every turn starts processes of its own.
 */
export async function alternate(rounds: number, sides: Sides, { warmUp = true } = {}): Promise<Alternated> {
  const baseline: number[] = []
  const product: number[] = []
  for (let round = warmUp ? 0 : 1; round <= rounds; round += 1) {
    const [one, other] = [await sides.baseline(), await sides.product()]
    if (round === 0) continue
    baseline.push(one)
    product.push(other)
  }
  return { baseline, product }
}

/** How long `work` takes, in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
