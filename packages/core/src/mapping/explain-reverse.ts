import { z } from 'zod'
import type { ReverseField, ReversePlan } from './reverse-plan.ts'

/** What a push does with a field. */
export const ReverseRemark = z
  .object({
    field: z.string(),
    kind: z.enum(['warning', 'note']).describe('"warning": something that a pull reads is not, or not always, written back.'),
    message: z.string(),
    advice: z.string().optional().describe('What would make a read-only field writable, if anything would.'),
  })
  .meta({ id: 'ERPMappingRemark', description: 'What a push does with a field that the mapping names.' })
export type ReverseRemark = z.infer<typeof ReverseRemark>

/** Explains a plan to people: what is read-only and why, which values cannot be written, and where the others go. */
export function explainReverse(plan: ReversePlan): readonly ReverseRemark[] {
  const filters = plan.filters.map(({ field }) =>
    warning(field, `A record that does not meet the filter on ${field} is sent, but a later pull leaves it out.`),
  )
  const rawFilters = plan.rawFilters.map((field) =>
    warning(field, `The filter on ${field} cannot be checked before a record is sent, so a later pull may leave the record out.`),
  )
  return [...plan.fields.flatMap(explainField), ...filters, ...rawFilters]
}

const warning = (field: string, message: string): ReverseRemark => ({ field, kind: 'warning', message })
const note = (field: string, message: string): ReverseRemark => ({ field, kind: 'note', message })

function explainField({ path, target, ownPlace, steps, readOnly, sharedWith }: ReverseField): ReverseRemark[] {
  if (readOnly) return [{ ...warning(path, readOnly.reason), ...(readOnly.advice !== null && { advice: readOnly.advice }) }]
  const limits = steps.flatMap(({ inverse }) => (inverse.kind === 'value' && inverse.limit !== null ? [inverse.limit] : []))
  const reason = ownPlace === null ? '' : ` ${ownPlace}`
  return [
    note(path, target === null ? `${path} is written to the connector's own place for it.${reason}` : `${path} is written to ${target}.`),
    ...limits.map((limit) => warning(path, `${path} ${limit}; a record with another value is not sent.`)),
    ...(sharedWith.length > 0
      ? [warning(path, `${[path, ...sharedWith].join(' and ')} are read from ${target}; a record in which they differ is not sent.`)]
      : []),
  ]
}
