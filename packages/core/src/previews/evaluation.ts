import { z } from 'zod'
import { ReverseRemark } from '../mapping/explain-reverse.ts'
import { Filter } from '../mapping/filters.ts'
import { MappingFields } from '../mapping/mapping.ts'
import { operationNames } from '../mapping/operations.ts'
import { DataTypeId } from '../records/data-types.ts'
import { FoundInRow } from '../records/found-in-row.ts'
import { ShownResult } from './shown-result.ts'

export const maxEvaluatedRows = 100

const Question = z.strictObject({
  dataType: DataTypeId,
  raw: z.array(z.unknown()).min(1).max(maxEvaluatedRows).describe('Rows as the ERP sends them, such as `raw` of a preview.'),
  found: z
    .array(FoundInRow)
    .max(maxEvaluatedRows)
    .optional()
    .describe(
      'What the connector finds in each row by itself, as `found` of a preview. It is needed only if the connector cannot read a row without its ERP; the others read `raw` anew.',
    ),
  mapping: MappingFields.default({}).describe("The mapping to try; without any part of it, only the connector's own."),
  trace: z.boolean().default(false).describe('Whether to show the value of each field after each step.'),
})

/** Which mapping to try on which rows. */
export const EvaluationRequest = Question.extend({ connectionId: z.string() }).meta({ id: 'ERPMappingEvaluationRequest' })
export type EvaluationRequest = z.output<typeof EvaluationRequest>

/** The same as a worker is asked. */
export const AskedEvaluation = Question.extend({ direction: z.literal('evaluate') })
export type AskedEvaluation = z.output<typeof AskedEvaluation>

const TracedStep = z.object({
  transformation: z.int().describe('Its position in `transformations`.'),
  operation: z.enum(operationNames),
  value: z.unknown().describe('The value of the field afterwards; of a path with `[]` the list of values.'),
  error: z.string().optional().describe('Why the step failed; absent if it did not.'),
})

const TracedField = z.object({
  field: z.string().describe('A canonical field or, as the mapping writes it, a path below one; `id` for the id of the record.'),
  found: z.unknown().describe('What the connector found by itself; null if it found nothing.'),
  from: z.string().nullable().describe('The path that `fieldMapping` names; null if it names none.'),
  mapped: z.unknown().describe('The value before the first step: from that path, or else what was found.'),
  steps: z.array(TracedStep).describe('The transformations of this field, in their order.'),
})
export type TracedField = z.infer<typeof TracedField>

const EvaluatedRecord = ShownResult.extend({
  filteredBy: Filter.safeExtend({ filter: z.int().describe('Its position in `filters`.') })
    .optional()
    .describe('The first filter that the record does not meet; absent if it meets all.'),
  trace: z.array(TracedField).optional().describe('The value of each field on its way; absent unless `trace` was asked for.'),
})
export type EvaluatedRecord = z.infer<typeof EvaluatedRecord>

/** What a mapping makes of some rows. */
export const ERPMappingEvaluation = z
  .object({
    dataType: DataTypeId,
    accepted: z.int().describe('How many of the rows a sync would store.'),
    filtered: z.int().describe('How many a filter leaves out.'),
    rejected: z.int().describe('How many cannot be stored.'),
    records: z.array(EvaluatedRecord).describe('The result of each row, in the order of the rows.'),
    remarks: z
      .array(ReverseRemark)
      .optional()
      .describe('What a push would do with the fields of this mapping, if this ERP can be pushed to.'),
  })
  .meta({ id: 'ERPMappingEvaluation', description: 'What a mapping makes of some rows. The ERP is not asked, and nothing is stored.' })
export type ERPMappingEvaluation = z.infer<typeof ERPMappingEvaluation>
