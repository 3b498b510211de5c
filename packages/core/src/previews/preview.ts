import { z } from 'zod'
import { errorCatalog } from '../kernel/error-catalog.ts'
import type { AppError } from '../kernel/errors.ts'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import { ReverseRemark } from '../mapping/explain-reverse.ts'
import { MappingFields } from '../mapping/mapping.ts'
import { DataTypeId } from '../records/data-types.ts'
import { DescribedFile } from '../records/described-file.ts'
import { FoundInRow } from '../records/found-in-row.ts'
import { ChoicesRequest, ERPChoices } from './choices.ts'
import { AskedEvaluation, ERPMappingEvaluation } from './evaluation.ts'
import { ERPPushPreview, PushPreviewRequest } from './push-preview.ts'
import { ShownResult } from './shown-result.ts'

/** Which data type to preview, and with which mapping. */
export const PreviewRequest = z
  .strictObject({
    dataType: DataTypeId,
    direction: z.literal('pull').optional(),
    limit: z.int().min(1).max(50).default(10).describe('How many records, from the first on.'),
    ...MappingFields.shape,
  })
  .meta({
    id: 'ERPPreviewRequest',
    description:
      'Without fieldMapping, transformations and filters, the stored sync configuration is used; if any of them is given, only those given.',
  })
export type PreviewRequest = z.output<typeof PreviewRequest>

/** Any preview that can be asked for. */
export const AnyPreviewRequest = z.discriminatedUnion('direction', [PreviewRequest, PushPreviewRequest])
export type AnyPreviewRequest = z.output<typeof AnyPreviewRequest>

/** What a worker can be asked while a caller waits: a preview, what the ERP has for a setting, or what a mapping does. */
export const AskedOfWorker = z.discriminatedUnion('direction', [PreviewRequest, PushPreviewRequest, ChoicesRequest, AskedEvaluation])
export type AskedOfWorker = z.output<typeof AskedOfWorker>

const PreviewedRecord = ShownResult.extend({
  raw: z.unknown().describe('The row as the ERP sent it.'),
  found: FoundInRow.describe('What the connector found in the row by itself, before the mapping.'),
})
export type PreviewedRecord = z.infer<typeof PreviewedRecord>

/** The first records as the ERP sent them, beside the result of a mapping. */
export const ERPPreview = z
  .object({
    dataType: DataTypeId,
    mapping: z
      .enum(['request', 'stored', 'none'])
      .describe("Which mapping was used: the request's, the stored one, or only the connector's own."),
    total: z.int().nullable().describe('How many records there are according to the ERP; null if it does not say.'),
    records: z.array(PreviewedRecord),
    files: z.array(DescribedFile).describe('The files that were inspected; empty if the ERP has an API.'),
    remarks: z
      .array(ReverseRemark)
      .optional()
      .describe('What a push would do with the fields of this mapping, if this ERP can be pushed to.'),
  })
  .meta({ id: 'ERPPreview', description: 'Raw records beside mapped and validated ones. No record is stored.' })
export type ERPPreview = z.infer<typeof ERPPreview>

/** An error on its way from the worker to the caller that waits. */
export const PreviewFailure = z.object({
  code: z.enum(Object.keys(errorCatalog) as [AppError['code'], ...AppError['code'][]]),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  retryAfterMs: z.number().optional(),
})
export type PreviewFailure = z.infer<typeof PreviewFailure>

/** How it ended. */
export const PreviewOutcome = z.union([
  z.object({ preview: z.union([ERPPreview, ERPPushPreview]) }),
  z.object({ choices: ERPChoices }),
  z.object({ evaluation: ERPMappingEvaluation }),
  z.object({ failure: PreviewFailure }),
])
export type PreviewOutcome = z.infer<typeof PreviewOutcome>

/** Stores a request, then its answer, while a caller waits: under one key, which expires. */
export interface Previews {
  ask(previewId: string, request: AskedOfWorker, ttlMs: number): Promise<void>
  /** The request; null if nobody waits any more. */
  asked(previewId: string): Promise<AskedOfWorker | null>
  /** Replaces the request with its outcome. If nobody waits any more, nothing is stored. */
  answer(previewId: string, outcome: PreviewOutcome): Promise<void>
  /** Resolves with the outcome as soon as there is one, or with null when `signal` aborts. */
  wait(previewId: string, signal: AbortSignal): Promise<PreviewOutcome | null>
  forget(previewId: string): Promise<void>
}

const previewIds = scopedId('preview')
export const previewIdFor = (connectionId: string, at: Date, random: string): string =>
  previewIds.create(connectionId, timedSuffix(at, random))

/** The connection that a preview's id belongs to; null for any other text. */
export const connectionOfPreview = previewIds.connectionOf
