import type { BalanceVerdict } from './balance-verdict.ts'
import type { RunError } from './run.ts'
import type { ExecutionTime } from './timeline.ts'

/** How a run ends: what was decided about its balance, and the time since it was claimed. `pages`: how many its holder has seen stored. */
export type RunResult = { readonly verdict?: BalanceVerdict; readonly spent?: ExecutionTime } & (
  | { readonly status: 'success'; readonly watermark: string | null; readonly pages: number }
  | { readonly status: 'error'; readonly error: RunError }
)
