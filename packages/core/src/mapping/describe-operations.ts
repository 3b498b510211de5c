import { z } from 'zod'
import { operationExamples } from './operation-examples.ts'
import { operationNames, operations } from './operations.ts'

/** An operation of a mapping as the outside sees it: what a form for its value is drawn from. */
export const ERPMappingOperation = z
  .object({
    operation: z.enum(operationNames),
    description: z.string().describe('What it does with a value.'),
    value: z
      .record(z.string(), z.unknown())
      .nullable()
      .describe('The JSON Schema of `value` in a transformation; null if the operation takes none.'),
    example: z
      .object({
        value: z.unknown().optional().describe('The `value` of the transformation; absent if the operation takes none.'),
        before: z.unknown().describe('The value of the field before; null if it has none.'),
        after: z.unknown().describe('The value of the field afterwards.'),
      })
      .describe('What it makes of one value.'),
  })
  .meta({ id: 'ERPMappingOperation' })
export type ERPMappingOperation = z.infer<typeof ERPMappingOperation>

function schemaOf(options: z.ZodType): ERPMappingOperation['value'] {
  if (options instanceof z.ZodUndefined) return null
  const { $schema, ...schema } = z.toJSONSchema(options, { io: 'input', unrepresentable: 'any' })
  return schema
}

const described: readonly ERPMappingOperation[] = operationNames.map((operation) => {
  const { description, options } = operations[operation]
  return { operation, description, value: schemaOf(options), example: { ...operationExamples[operation] } }
})

export const describeOperations = (): ERPMappingOperation[] => [...described]
