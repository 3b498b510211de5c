import { withoutVolatile } from '../records/content.ts'
import { dataTypes } from '../records/data-types.ts'
import { generalPath, leafName, valueAtPath } from './change-set.ts'
import type { ERPConflict } from './conflict.ts'
import { formOf } from './equal-forms.ts'
import { type ERPForm, formInWords } from './erp-form.ts'
import type { OutboxStore } from './outbox-store.ts'

/**
 * A conflict as it is now: the system may have written the record again since it was found, and the explanation says what the ERP is known to
 * do to the fields.
 */
export async function presentConflict(
  outbox: Pick<OutboxStore, 'read'>,
  conflict: ERPConflict,
  forms: readonly ERPForm[],
): Promise<ERPConflict> {
  const { erpConnectionId: connectionId, dataType, recordId } = conflict
  const [held] = await outbox.read({ connectionId, dataType }, [recordId])
  const explained = withErpForms({ ...conflict, kind: conflict.reason, status: 'open' }, forms)
  if (!held?.data || held.entry?.conflictId !== conflict.id) return explained
  const data = withoutVolatile(dataTypes[dataType], held.data)
  return {
    ...explained,
    fields: explained.fields.map((field) => ({ ...field, system: valueAtPath(data, field.path) ?? null })),
    system: { changedAt: held.entry.changedAt, data },
  }
}

/** Says of each field what the ERP does to it, and whether that alone explains the ERP's value. */
export function withErpForms(conflict: ERPConflict, forms: readonly ERPForm[]): ERPConflict {
  const sentences: string[] = []
  const fields = conflict.fields.map((field) => {
    const name = generalPath(field.path)
    const learnt = forms.find((form) => form.dataType === conflict.dataType && form.field === name)
    const form = formOf(leafName(field.path), field.base, field.erp)
    if (form !== null) sentences.push(`Perhaps nobody edited ${field.path} in the ERP: ${form.keeps} it is the value that both sides had.`)
    else if (learnt) sentences.push(`${learnt.explanation}.`)
    const erpForm = form === null ? learnt?.explanation : formInWords(name, form)
    return erpForm === undefined ? field : { ...field, erpForm }
  })
  return { ...conflict, fields, explanation: [conflict.explanation, ...new Set(sentences)].join(' ') }
}
