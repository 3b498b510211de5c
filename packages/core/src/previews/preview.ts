import { z } from 'zod'
import { errorCatalog } from '../kernel/error-catalog.ts'
import type { AppError } from '../kernel/errors.ts'
import { scopedId, timedSuffix } from '../kernel/scoped-id.ts'
import { FieldMapping, Filters, Transformation } from '../mapping/mapping.ts'
import { DataTypeId } from '../records/data-types.ts'
import { DescribedFile } from '../records/described-file.ts'
import { Reject } from '../records/reject.ts'

/** What is to be looked at, and by which mapping. */
export const PreviewRequest = z
  .strictObject({
    dataType: DataTypeId,
    limit: z.int().min(1).max(50).default(10).describe('How many of the first records.'),
    fieldMapping: FieldMapping.optional(),
    transformations: z.array(Transformation).max(200).optional(),
    filters: Filters.optional(),
  })
  .meta({
    id: 'ERPPreviewRequest',
    description:
      'Without fieldMapping, transformations and filters the stored configuration is tried; with any of them only what is given.',
  })
export type PreviewRequest = z.output<typeof PreviewRequest>

const PreviewedRecord = z.object({
  id: z.string().describe('Its id, by the mapping; empty where it has none.'),
  raw: z.unknown().describe('As the ERP gave it.'),
  mapped: z.unknown().describe('Canonical fields before they are validated; null where it was filtered, or a transformation failed.'),
  record: z.unknown().describe('The canonical record as a sync would store it; null where it would not.'),
  status: z.enum(['accepted', 'filtered', 'rejected']),
  errors: Reject.shape.errors,
  shortened: z.boolean().describe('Whether something is left out of `raw`, `mapped` or `record` for its size.'),
})
export type PreviewedRecord = z.infer<typeof PreviewedRecord>

/** The first records as the ERP gave them, beside what a mapping makes of them. */
export const ERPPreview = z
  .object({
    dataType: DataTypeId,
    mapping: z.enum(['request', 'stored', 'none']).describe("Whose mapping was tried; none: the connector's own alone."),
    total: z.int().nullable().describe('How many records the ERP says there are; null where it does not say.'),
    records: z.array(PreviewedRecord),
    files: z.array(DescribedFile).describe('The files that were looked into; empty where the ERP has an API.'),
  })
  .meta({ id: 'ERPPreview', description: 'Raw records beside mapped and validated ones. Nothing of it is stored.' })
export type ERPPreview = z.infer<typeof ERPPreview>

/** An error on its way from the worker to who waits. */
export const PreviewFailure = z.object({
  code: z.enum(Object.keys(errorCatalog) as [AppError['code'], ...AppError['code'][]]),
  message: z.string(),
  details: z.record(z.string(), z.unknown()),
  retryAfterMs: z.number().optional(),
})
export type PreviewFailure = z.infer<typeof PreviewFailure>

/** How a preview ended. */
export const PreviewOutcome = z.union([z.object({ preview: ERPPreview }), z.object({ failure: PreviewFailure })])
export type PreviewOutcome = z.infer<typeof PreviewOutcome>

/** Where a request and its answer rest while somebody waits for them: under one key, which ends by itself. */
export interface Previews {
  ask(previewId: string, request: PreviewRequest, ttlMs: number): Promise<void>
  /** Null where nobody waits any more. */
  asked(previewId: string): Promise<PreviewRequest | null>
  /** Takes the place of the request; where nobody waits any more nothing is stored. */
  answer(previewId: string, outcome: PreviewOutcome): Promise<void>
  /** Resolves with the outcome as soon as it is there, or with null when `signal` aborts. */
  wait(previewId: string, signal: AbortSignal): Promise<PreviewOutcome | null>
  forget(previewId: string): Promise<void>
}

const previewIds = scopedId('preview')
export const previewIdFor = (connectionId: string, at: Date, random: string): string =>
  previewIds.create(connectionId, timedSuffix(at, random))

/** The connection that a preview's id belongs to; null for any other text. */
export const connectionOfPreview = previewIds.connectionOf
