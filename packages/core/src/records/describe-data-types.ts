import { z } from 'zod'
import { DataTypeId, dataTypeIds, dataTypes } from './data-types.ts'
import { exampleRecords } from './example-records.ts'
import { recordJsonSchema } from './record-json-schema.ts'

/** A data type as the outside sees it: what its canonical records look like. */
export const ERPDataTypeDescription = z
  .object({
    dataType: DataTypeId,
    title: z.string().describe('What people call it.'),
    naturalKey: z.array(z.string()).describe('The fields by which people tell such records apart, the most telling first.'),
    schema: z
      .record(z.string(), z.unknown())
      .describe(
        'The JSON Schema of a canonical record: its fields with types and descriptions. `required` are those that a row must fill.',
      ),
    examples: z.array(z.record(z.string(), z.unknown())).describe('Whole records.'),
  })
  .meta({ id: 'ERPDataTypeDescription' })
export type ERPDataTypeDescription = z.infer<typeof ERPDataTypeDescription>

const described: readonly ERPDataTypeDescription[] = dataTypeIds.map((dataType) => {
  const { title, naturalKey, schema } = dataTypes[dataType]
  const example = { ...exampleRecords[dataType] }
  return {
    dataType,
    title,
    naturalKey: [...naturalKey],
    schema: { ...recordJsonSchema(schema, 'stored'), title, examples: [example] },
    examples: [example],
  }
})

export const describeDataTypes = (): ERPDataTypeDescription[] => [...described]
