import { mustGetRun } from '../runs/get-run.ts'
import { judgeBalance } from '../runs/run-balance.ts'
import { spentBy } from './execution.ts'
import { logEnd } from './log-end.ts'
import { rememberFields } from './notes/tell-notes.ts'
import { isPulling, type OpenRun, type PhaseResult } from './open-run.ts'
import { recordMetrics } from './record-metrics.ts'
import { summaryOf } from './run-summary.ts'
import { nextWatermark } from './watermark.ts'

/** The last phase: ends the run with success, and moves the watermark. */
export async function finish(open: OpenRun): Promise<PhaseResult> {
  const { execution, ports, since } = open
  const { run, claim, checkpoint, watermark } = execution
  const last = await mustGetRun(ports.runs, run.id)
  execution.counts = last.counts
  await ports.runs.log(run.id, summaryOf(last))
  await rememberFields(open)
  const isWatermarkKept = run.dryRun || !isPulling(open)
  const next = isWatermarkKept ? watermark : nextWatermark(watermark, checkpoint, { since, now: ports.clock.now() })
  await ports.runs.end(claim, {
    status: 'success',
    watermark: next,
    pages: checkpoint.pages,
    verdict: judgeBalance(last, 'success'),
    spent: spentBy(execution),
  })
  recordMetrics(execution, ports, null)
  await logEnd(execution, ports, null)
  return 'done'
}
