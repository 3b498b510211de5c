import { median } from './statistics.ts'

/** The figures of one side, one for each round. */
export interface Series {
  /** What was measured, for people: "our engine", "a loop by hand". */
  readonly label: string
  readonly rounds: readonly number[]
}

/** What a ratio must reach, or may not exceed. */
export type Target = { readonly atLeast: number } | { readonly atMost: number }

/** One line of the result: the product beside its baseline, or alone where the figure itself is the target. */
export interface Finding {
  readonly what: string
  readonly unit: string
  readonly product: Series
  readonly baseline: Series | null
  /** Null: for information. */
  readonly target: Target | null
}

/** The product's median in baselines; the median itself where there is no baseline. */
export const ratioOf = ({ product, baseline }: Finding): number =>
  median(product.rounds) / (baseline === null ? 1 : median(baseline.rounds))

/** Null where there is no target. */
export function isMet(finding: Finding): boolean | null {
  const { target } = finding
  if (target === null) return null
  const ratio = ratioOf(finding)
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost
}
