import type { ReactNode } from 'react'
import css from './form.module.css'

/** The id of the field at a path, to which errors and test results lead. */
export const fieldId = (path: string): string => `field-${path.replaceAll('.', '-')}`

/** Brings a field into sight, opens what it is folded into, and gives it the focus. */
export function focusField(path: string): void {
  const field = document.getElementById(fieldId(path))
  for (let around = field?.parentElement; around; around = around.parentElement)
    if (around instanceof HTMLDetailsElement) around.open = true
  field?.focus()
}

export interface FieldProps {
  readonly path: string
  readonly title: string
  readonly isRequired?: boolean | undefined
  readonly description?: string | undefined
  readonly notes?: readonly (string | undefined)[]
  readonly problem?: string | undefined
  readonly children: (given: { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true }) => ReactNode
}

/** A labelled field: what it means below it, and what is wrong with it. */
export function Field({ path, title, isRequired = false, description, notes = [], problem, children }: FieldProps) {
  const id = fieldId(path)
  const hints = [description, ...notes].filter((note) => note !== undefined)
  const described = [...(problem === undefined ? [] : [`${id}-problem`]), ...(hints.length > 0 ? [`${id}-hint`] : [])].join(' ')
  return (
    <div className={css.field}>
      <label htmlFor={id}>
        {title}
        {isRequired && <span aria-hidden> *</span>}
      </label>
      {children({ id, ...(described !== '' && { 'aria-describedby': described }), ...(problem !== undefined && { 'aria-invalid': true }) })}
      {problem !== undefined && (
        <p id={`${id}-problem`} className={css.problem}>
          {problem}
        </p>
      )}
      {hints.length > 0 && (
        <p id={`${id}-hint`} className={css.hint}>
          {hints.join(' ')}
        </p>
      )}
    </div>
  )
}
