export interface Sides {
  readonly baseline: () => Promise<number>
  readonly product: () => Promise<number>
}

export interface Alternated {
  readonly baseline: readonly number[]
  readonly product: readonly number[]
}

/**
 * Runs both sides alternately, so that a machine that is slow for a while is slow for both. The first round is a warm-up and does not
 * count; turn that off if every round starts its own processes.
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

/** The duration of `work` in milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
