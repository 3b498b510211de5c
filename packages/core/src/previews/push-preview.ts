import { z } from 'zod'
import { ReverseRemark } from '../mapping/explain-reverse.ts'
import { FieldMapping, Filters, Transformation } from '../mapping/mapping.ts'
import { WrittenRecord } from '../outbox/write-records.ts'
import { DataTypeId } from '../records/data-types.ts'
import { Reject } from '../records/reject.ts'

/** Which record to preview on its way into the ERP, and with which mapping. */
export const PushPreviewRequest = z
  .strictObject({
    dataType: DataTypeId,
    direction: z.literal('push'),
    record: WrittenRecord.describe('As it would be posted to the records of the connection.'),
    fieldMapping: FieldMapping.optional(),
    transformations: z.array(Transformation).max(200).optional(),
    filters: Filters.optional(),
  })
  .meta({
    id: 'ERPPushPreviewRequest',
    description:
      'Without fieldMapping, transformations and filters, the stored sync configuration is used; if any of them is given, only those given.',
  })
export type PushPreviewRequest = z.output<typeof PushPreviewRequest>

const PreviewedMessage = z.object({
  method: z.string().nullable().describe('The HTTP method; null if a file is written.'),
  target: z.string().describe('The URL, or the path of the file.'),
  contentType: z.string(),
  body: z.string().describe('As it would be sent, with "[redacted]" in place of each secret.'),
  shortened: z.boolean().describe('Whether `body` was cut because of its size.'),
})

/** What a push would send for one record. */
export const ERPPushPreview = z
  .object({
    dataType: DataTypeId,
    direction: z.literal('push'),
    mapping: z
      .enum(['request', 'stored', 'none'])
      .describe("Which mapping was used: the request's, the stored one, or only the connector's own."),
    status: z
      .enum(['send', 'unchanged', 'refused'])
      .describe(
        '"send": `message` would be sent. "unchanged": nothing would be, because the record says nothing new that the ERP can be sent. ' +
          '"refused": it would end in an error or wait in a conflict, see `reason`.',
      ),
    reason: z.string().nullable(),
    message: PreviewedMessage.nullable(),
    readOnly: z.array(z.string()).describe('Fields that have a value here and are not sent, because the mapping cannot be turned round.'),
    errors: Reject.shape.errors.describe('Values that the mapping cannot turn round.'),
    notSent: Reject.shape.errors.describe(
      'Values of a new record that are not sent, because the ERP works them out itself or the connector has no place for them.',
    ),
    remarks: z.array(ReverseRemark).describe('What a push does with the fields of the mapping.'),
  })
  .meta({ id: 'ERPPushPreview', description: 'What would be sent to the ERP for one record. Nothing is stored or sent.' })
export type ERPPushPreview = z.infer<typeof ERPPushPreview>
