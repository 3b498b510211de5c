import { z } from 'zod'
import { DataTypeId } from '../records/data-types.ts'
import { generalPath } from './change-set.ts'
import type { Normalised } from './merge.ts'

/** What the ERP was seen to do to a field that it is sent. */
export const ERPForm = z
  .object({
    dataType: DataTypeId,
    field: z.string().describe('`price`, `shipTo.city`, `lines[].quantity`'),
    kind: z
      .enum(['rounded', 'case', 'trimmed', 'padded', 'zeros', 'cut', 'day', 'computed'])
      .describe('computed: the ERP works the value out itself, or keeps it in no usual form of ours.'),
    explanation: z.string().describe('In words: The ERP keeps price with 2 decimals.'),
    sent: z.unknown().describe('The latest example: what was sent, …'),
    shown: z.unknown().describe('… and what the ERP showed afterwards.'),
    seenAt: z.iso.datetime().describe('When it was seen last.'),
  })
  .meta({ id: 'ERPForm', description: 'What the ERP makes of a field that it is sent. That is not an edit.' })
export type ERPForm = z.infer<typeof ERPForm>

/** What the ERP does to a field, in words. */
export const formInWords = (field: string, form: Normalised['form']): string =>
  form ? `The ERP keeps ${field} ${form.keeps}` : `The ERP works ${field} out itself`

/** What a value that came back in another form teaches about its field. */
export function toERPForm({ path, sent, shown, form }: Normalised, dataType: DataTypeId, seenAt: Date): ERPForm {
  const field = generalPath(path)
  const kind = form === null || form.kind === 'other' ? 'computed' : form.kind
  return {
    dataType,
    field,
    kind,
    explanation: formInWords(field, form),
    sent: sent ?? null,
    shown: shown ?? null,
    seenAt: seenAt.toISOString(),
  }
}
