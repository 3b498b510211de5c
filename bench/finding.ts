import { median } from './statistics.ts'

/** The results of one side, one per round. */
export interface Series {
  /** Which side it is: "our engine", "a hand-written loop". */
  readonly label: string
  readonly rounds: readonly number[]
}

/** The least or the greatest ratio that is acceptable. */
export type Target = { readonly atLeast: number } | { readonly atMost: number }

/** One line of the result: the product compared with its baseline, or alone if the figure itself has the target. */
export interface Finding {
  readonly what: string
  readonly unit: string
  readonly product: Series
  readonly baseline: Series | null
  /** Null if the finding is only informative. */
  readonly target: Target | null
}

/** The product's median divided by the baseline's, or the product's median itself if there is no baseline. */
export const ratioOf = ({ product, baseline }: Finding): number =>
  median(product.rounds) / (baseline === null ? 1 : median(baseline.rounds))

/** Whether the target is met; null if there is none. */
export function isMet(finding: Finding): boolean | null {
  const { target } = finding
  if (target === null) return null
  const ratio = ratioOf(finding)
  return 'atLeast' in target ? ratio >= target.atLeast : ratio <= target.atMost
}
