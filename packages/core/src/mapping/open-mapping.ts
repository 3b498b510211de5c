import type { SourceRecord } from '../records/record.ts'
import { createEvaluator, type Evaluator } from './evaluator.ts'
import {
  addFault,
  begin,
  type Draft,
  type ExpressionStep,
  finish,
  isExpression,
  isOperation,
  type Mapped,
  type Mapper,
  type MappingPlan,
  type MappingSettings,
  operate,
  planMapping,
} from './mapping.ts'
import { changePath } from './path.ts'

/** Maps the records of one run. Disposing it ends the process that evaluates its expressions, if it has any. */
export interface Mapping extends AsyncDisposable {
  /** Returns the mapper for these records: at once, or, if the mapping has expressions, when they are evaluated. */
  mapperFor(records: readonly SourceRecord[]): Mapper | Promise<Mapper>
}

/** Is shown each record on its way through a mapping. A draft changes later: copy what is to be kept. */
export interface MappingObserver {
  /** The field mapping is applied. */
  begun(draft: Draft): void
  /** The transformation at this position is applied, or has added a fault. */
  stepped(draft: Draft, at: number): void
}

/** Compiles a mapping for a run; null if it changes nothing. When `signal` aborts, an expression under way is stopped. */
export function openMapping(settings: MappingSettings, signal: AbortSignal, observer?: MappingObserver): Mapping | null {
  const plan = planMapping(settings)
  if (!plan) return null
  return plan.steps.some(isExpression) ? mappingWithExpressions(plan, signal, observer) : plainMapping(plan, observer)
}

function plainMapping(plan: MappingPlan, observer: MappingObserver | undefined): Mapping {
  const steps = plan.steps.filter(isOperation)
  const mapper: Mapper = (record) => {
    const draft = begin(plan, record)
    observer?.begun(draft)
    for (const [at, step] of steps.entries()) {
      operate(step, draft)
      observer?.stepped(draft, at)
    }
    return finish(plan, draft)
  }
  return { mapperFor: () => mapper, async [Symbol.asyncDispose]() {} }
}

function mappingWithExpressions(plan: MappingPlan, signal: AbortSignal, observer: MappingObserver | undefined): Mapping {
  const evaluator = createEvaluator(signal)
  const mapOne = async (record: SourceRecord): Promise<Mapped> => {
    const draft = begin(plan, record)
    observer?.begun(draft)
    for (const [at, step] of plan.steps.entries()) {
      if (isExpression(step)) await evaluate(step, draft, evaluator)
      else operate(step, draft)
      observer?.stepped(draft, at)
    }
    return finish(plan, draft)
  }
  return {
    async mapperFor(records) {
      const mapped = new Map<SourceRecord, Mapped>()
      for (const record of records) mapped.set(record, await mapOne(record))
      return (record) => mapped.get(record) as Mapped
    },
    [Symbol.asyncDispose]: () => evaluator[Symbol.asyncDispose](),
  }
}

/** Evaluates the expression with one request for all places that the step changes in a record. */
async function evaluate(step: ExpressionStep, draft: Draft, evaluator: Evaluator): Promise<void> {
  const { fields, source } = draft
  const values: unknown[] = []
  changePath(fields, step.to, (before) => {
    values.push(before)
    return before
  })
  if (values.length === 0) return
  try {
    const results = await evaluator.evaluate({ expression: step.expression, raw: source.raw, fields, values })
    let at = 0
    changePath(fields, step.to, () => results[at++])
  } catch (thrown) {
    addFault(draft, step, values[0], thrown)
  }
}
