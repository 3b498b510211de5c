import { createEvaluator, type Evaluator } from './evaluator.ts'
import { changeExisting } from './existing-values.ts'
import type { MappingSettings } from './mapping.ts'
import {
  addReverseFault,
  beginReverse,
  finishReverse,
  invertStep,
  planReverse,
  type ReverseDraft,
  type Reversed,
} from './reverse-mapping.ts'
import type { ReversePlan, ReverseStep } from './reverse-plan.ts'
import type { PlaceOf } from './reverse-targets.ts'

/** Turns the records of one push into the ERP's form. Disposing it ends the process that evaluates its expressions, if it has any. */
export interface ReverseMapping extends AsyncDisposable {
  readonly plan: ReversePlan
  /**
   * `data` is a canonical record, `fields` names the fields that are sent (null: all). Rejects only if expressions take too much of too
   * many records (`setup.mapping-exhausting`) or `signal` aborts; what is wrong with the record is in its faults.
   */
  reverse(data: Readonly<Record<string, unknown>>, fields: readonly string[] | null): Promise<Reversed>
}

/** Compiles a mapping for a push; null if it changes nothing. `placeOf` says what the connector can write. When `signal` aborts, an expression under way is stopped. */
export function openReverseMapping(settings: MappingSettings, signal: AbortSignal, placeOf?: PlaceOf): ReverseMapping | null {
  const plan = planReverse(settings, placeOf)
  if (plan.fields.length + plan.filters.length + plan.rawFilters.length === 0) return null
  const evaluator = createEvaluator(signal)
  return {
    plan,
    async reverse(data, fields) {
      const draft = beginReverse(data)
      for (const step of plan.steps) {
        const { inverse } = step
        if (inverse.kind === 'expression') await evaluate(step, inverse.expression, draft, evaluator)
        else if (inverse.kind === 'value') invertStep(step, inverse.invert, draft)
      }
      return finishReverse(plan, draft, fields)
    },
    [Symbol.asyncDispose]: () => evaluator[Symbol.asyncDispose](),
  }
}

/** Evaluates the expression with one request for all values at the step's path. */
async function evaluate(step: ReverseStep, expression: string, draft: ReverseDraft, evaluator: Evaluator): Promise<void> {
  const { data, values } = draft
  const before: unknown[] = []
  changeExisting(values, step.at, (value) => {
    before.push(value)
    return value
  })
  if (before.length === 0) return
  try {
    const results = await evaluator.evaluate({ expression, raw: data, fields: values, values: before })
    let at = 0
    changeExisting(values, step.at, () => results[at++])
  } catch (thrown) {
    addReverseFault(draft, step, before[0], thrown)
  }
}
